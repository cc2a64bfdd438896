package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.JsonNode;

/** What a payer is asked to do, with the names of the profiles of its Bundle and its Claim. */
enum PasKind {
    /** To decide on a request. */
    REQUEST("pas-request-bundle", "claim"),
    /** To change or cancel what it was asked before. */
    UPDATE("pas-request-bundle", "claim-update"),
    /** To say what it has decided. */
    INQUIRY("pas-inquiry-request-bundle", "claim-inquiry");

    private final String bundle;
    private final String claim;

    PasKind(String bundle, String claim) {
        this.bundle = bundle;
        this.claim = claim;
    }

    /** A Claim that comes after another one changes that one. */
    static PasKind of(JsonNode claim) {
        return prior(claim).isEmpty() ? REQUEST : UPDATE;
    }

    /** Reference of the request that a Claim changes; empty if it changes none. */
    static String prior(JsonNode claim) {
        for (JsonNode related : claim.path("related")) {
            if (Pas.code(related.path("relationship")).equals("prior")) {
                return related.at("/claim/reference").asText();
            }
        }
        return "";
    }

    String bundle() {
        return Pas.DEFINITION + "profile-" + bundle;
    }

    /** The name of the profile, as {@link PasEntries#add} takes it. */
    String claim() {
        return claim;
    }
}
