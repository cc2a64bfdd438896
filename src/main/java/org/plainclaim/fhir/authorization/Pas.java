package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The names of Da Vinci Prior Authorization Support 2.2.1 that are used here. */
final class Pas {
    static final String DEFINITION = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";
    static final String RESPONSE_BUNDLE = DEFINITION + "profile-pas-response-bundle";
    static final String INQUIRY_RESPONSE_BUNDLE = DEFINITION + "profile-pas-inquiry-response-bundle";

    static final String REVIEW_ACTION = DEFINITION + "extension-reviewAction";
    static final String REVIEW_ACTION_CODE = DEFINITION + "extension-reviewActionCode";
    static final String AUTHORIZED_DETAIL = DEFINITION + "extension-itemAuthorizedDetail";
    static final String AUTHORIZED_PROVIDER = DEFINITION + "extension-itemAuthorizedProvider";
    static final String AUTHORIZED_PERIOD = DEFINITION + "extension-itemPreAuthPeriod";
    static final String CODE_END = DEFINITION + "extension-productOrServiceCodeEnd";

    static final String REQUEST_TYPE = DEFINITION + "extension-serviceItemRequestType";
    static final String CERTIFICATION_TYPE = DEFINITION + "extension-certificationType";
    static final String REQUESTED_SERVICE = DEFINITION + "extension-requestedService";
    static final String CHANGED = DEFINITION + "extension-infoChanged";
    static final String CANCELLED = DEFINITION + "modifierextension-infoCancelled";
    static final String TEAM_OF_WHOLE = DEFINITION + "extension-careTeamClaimScope";

    /** Kinds of supporting information. */
    static final String INFORMATION = "http://hl7.org/fhir/us/davinci-pas/CodeSystem/PASTempCodes";

    /** Code systems of X12 data elements, by their numbers. */
    static final String X12 = "https://codesystem.x12.org/005010/";

    /** As PAS writes it. */
    static final String HCPCS = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";

    private Pas() {}

    /** The first extension with a URL; a missing node if there is none. */
    static JsonNode extension(JsonNode of, String url) {
        for (JsonNode extension : of.path("extension")) {
            if (extension.path("url").asText().equals(url)) {
                return extension;
            }
        }
        return MissingNode.getInstance();
    }

    /** The first code of a concept; empty if it has none. */
    static String code(JsonNode concept) {
        return concept.at("/coding/0/code").asText();
    }

    /** True if an item of an update is no longer asked for. */
    static boolean cancelled(JsonNode item) {
        for (JsonNode extension : item.path("modifierExtension")) {
            if (extension.path("url").asText().equals(CANCELLED)) {
                return extension.path("valueBoolean").asBoolean();
            }
        }
        return false;
    }
}
