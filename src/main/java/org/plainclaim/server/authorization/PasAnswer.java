package org.plainclaim.server.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * What came of asking a payer.
 *
 * @param kind how it went
 * @param bundle what the payer answered; a missing node unless it did
 * @param problem why there is no answer, in one sentence without data of the patient; empty if there is one
 */
record PasAnswer(Kind kind, JsonNode bundle, String problem) {
    /** How it went. */
    enum Kind {
        /** The payer answered. */
        ANSWERED,
        /** The payer does not take what was sent; sending it again is no use. */
        REFUSED,
        /** Nobody knows whether the payer has it; it is to be sent again. */
        UNREACHABLE,
        /** No address of the payer is known. */
        NO_ADDRESS
    }

    static PasAnswer answered(JsonNode bundle) {
        return new PasAnswer(Kind.ANSWERED, bundle, "");
    }

    static PasAnswer failed(Kind kind, String problem) {
        return new PasAnswer(kind, MissingNode.getInstance(), problem);
    }
}
