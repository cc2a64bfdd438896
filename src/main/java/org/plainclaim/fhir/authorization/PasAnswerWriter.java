package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Systems;

/** Writes a stored ClaimResponse as the response Bundle of Da Vinci PAS, with the request and all that it refers to. */
public final class PasAnswerWriter {
    private static final String ANSWER = Systems.BASE + "NamingSystem/authorization-answer";

    private PasAnswerWriter() {}

    /** The answer to a request. */
    public static ObjectNode answer(JsonNode response, PasRequest request, Instant now) {
        return bundle(response, request, now, Pas.RESPONSE_BUNDLE, "profile-claimresponse");
    }

    /** The answer to the question what became of a request. */
    public static ObjectNode inquired(JsonNode response, PasRequest request, Instant now) {
        return bundle(response, request, now, Pas.INQUIRY_RESPONSE_BUNDLE, "profile-claiminquiryresponse");
    }

    private static ObjectNode bundle(
            JsonNode response, PasRequest request, Instant now, String profile, String responseProfile) {
        ObjectNode bundle = Nodes.resource("Bundle");
        bundle.putObject("meta").putArray("profile").add(profile);
        bundle.putObject("identifier")
                .put("system", ANSWER)
                .put("value", UUID.randomUUID().toString());
        bundle.put("type", "collection")
                .put("timestamp", now.truncatedTo(ChronoUnit.SECONDS).toString());
        bundle.putArray("entry")
                .addObject()
                .put("fullUrl", "urn:uuid:" + response.path("id").asText())
                .set("resource", renamed(response, request.bundle(), responseProfile));
        request.bundle().path("entry").forEach(entry -> bundle.withArray("entry")
                .add(entry.deepCopy()));
        return bundle;
    }

    /** Its references lead to what stands in the Bundle. */
    private static ObjectNode renamed(JsonNode response, JsonNode request, String profile) {
        ObjectNode renamed = response.deepCopy();
        renamed.remove(List.of("meta", "text"));
        renamed.putObject("meta").putArray("profile").add(Pas.DEFINITION + profile);
        JsonNode claim = request.at("/entry/0/resource");
        renamed.set("patient", claim.path("patient").deepCopy());
        renamed.set("insurer", claim.path("insurer").deepCopy());
        renamed.set("requestor", claim.path("provider").deepCopy());
        renamed.set("request", Nodes.reference(request.at("/entry/0/fullUrl").asText()));
        return renamed;
    }
}
