package org.plainclaim.fhir.confidentiality;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.confidentiality.Disclosure;
import org.plainclaim.confidentiality.PatientConsent;
import org.plainclaim.confidentiality.Provision;
import org.plainclaim.fhir.Moment;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.Vocabulary;
import org.plainclaim.fhir.Vocabulary.Domain;

/** Reads a Consent; what it does not say permits nothing. */
public final class ConsentReader {
    /** When the patient took the consent back: R4 has no element for it. */
    public static final String REVOKED = Systems.EXTENSION + "consent-revoked";

    private static final Map<String, String> CLASSES = Map.of("PAYOR", Disclosure.PAYER, "PROV", Disclosure.PROVIDER);

    private final Vocabulary vocabulary;

    public ConsentReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What kinds of consent it is; empty if it is none that matters here. */
    public Set<String> kinds(JsonNode consent) {
        Set<String> kinds = new TreeSet<>();
        for (JsonNode category : consent.path("category")) {
            for (JsonNode coding : category.path("coding")) {
                vocabulary
                        .meaning(
                                Domain.CONSENT,
                                coding.path("system").asText(),
                                coding.path("code").asText())
                        .ifPresent(kinds::add);
            }
        }
        return kinds;
    }

    /** The consent as a record. */
    public PatientConsent read(JsonNode consent) {
        return new PatientConsent(
                "Consent/" + consent.path("id").asText(),
                kinds(consent),
                consent.path("status").asText(),
                first(consent.path("dateTime")),
                revoked(consent),
                missing(consent),
                provision(consent.path("provision"), optedIn(consent)));
    }

    private static @Nullable LocalDate revoked(JsonNode consent) {
        for (JsonNode extension : consent.path("extension")) {
            if (extension.path("url").asText().equals(REVOKED)) {
                return first(extension.path("valueDateTime"));
            }
        }
        return null;
    }

    /** The root has no type of its own in R4: its policy says whether it permits. */
    private static boolean optedIn(JsonNode consent) {
        for (JsonNode coding : consent.path("policyRule").path("coding")) {
            if (coding.path("code").asText().equals("OPTIN")) {
                return true;
            }
        }
        return false;
    }

    private static Provision provision(JsonNode json, boolean otherwise) {
        String type = json.path("type").asText();
        List<Provision> inner = new ArrayList<>();
        json.path("provision").forEach(one -> inner.add(provision(one, false)));
        return new Provision(
                type.isEmpty() ? otherwise : type.equals("permit"),
                first(json.at("/period/start")),
                last(json.at("/period/end")),
                first(json.at("/dataPeriod/start")),
                last(json.at("/dataPeriod/end")),
                recipients(json),
                codes(json.path("purpose")),
                codes(json.path("securityLabel")),
                inner);
    }

    /** Those who are named are named; only who is not is meant as one of a class. */
    private static Set<String> recipients(JsonNode provision) {
        Set<String> recipients = new TreeSet<>();
        for (JsonNode actor : provision.path("actor")) {
            String reference = actor.at("/reference/reference").asText();
            String identifier = actor.at("/reference/identifier/value").asText();
            if (!reference.isEmpty()) {
                recipients.add(reference);
            }
            if (!identifier.isEmpty()) {
                recipients.add(identifier);
            }
            if (reference.isEmpty() && identifier.isEmpty()) {
                codes(actor.path("role").path("coding")).stream()
                        .map(CLASSES::get)
                        .filter(java.util.Objects::nonNull)
                        .forEach(recipients::add);
            }
        }
        return recipients;
    }

    private static Set<String> codes(JsonNode codings) {
        Set<String> codes = new TreeSet<>();
        codings.forEach(coding -> codes.add(coding.path("code").asText()));
        return codes;
    }

    /** What a written consent has to have (42 CFR 2.31(a)) and this one has not. */
    private static List<String> missing(JsonNode consent) {
        List<String> missing = new ArrayList<>();
        JsonNode provision = consent.path("provision");
        boolean described = provision.has("class")
                || provision.has("code")
                || provision.has("securityLabel")
                || provision.has("data");
        boolean signed = consent.has("performer")
                && (consent.has("sourceAttachment") || consent.has("sourceReference") || consent.has("verification"));
        need(consent.has("patient"), "the patient", missing);
        need(consent.has("organization"), "who discloses", missing);
        need(described, "what is disclosed", missing);
        need(provision.has("actor"), "the recipients", missing);
        need(provision.has("purpose"), "the purpose", missing);
        need(consent.has("policyRule") || consent.has("policy"), "the right to revoke it", missing);
        need(provision.has("period"), "when it expires, or that it does not", missing);
        need(signed, "the signature", missing);
        need(consent.has("dateTime"), "the date", missing);
        return missing;
    }

    private static void need(boolean there, String element, List<String> missing) {
        if (!there) {
            missing.add(element);
        }
    }

    private static @Nullable LocalDate first(JsonNode text) {
        return Moment.firstDay(text.asText()).orElse(null);
    }

    private static @Nullable LocalDate last(JsonNode text) {
        return Moment.lastDay(text.asText()).orElse(null);
    }
}
