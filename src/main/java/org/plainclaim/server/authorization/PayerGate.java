package org.plainclaim.server.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.plainclaim.explanation.Finding;

/** Decides whether a payer may be told what is asked to be authorized. */
public interface PayerGate {
    /** Lets everything through. */
    PayerGate OPEN = new PayerGate() {
        @Override
        public Optional<Finding> objection(JsonNode claim, List<String> payer) {
            return Optional.empty();
        }

        @Override
        public String notice(JsonNode claim, List<String> payer) {
            return "";
        }

        @Override
        public void asked(JsonNode claim, List<String> payer) {
            // nobody has to know
        }
    };

    /** Why a payer, by its ids, may not be asked; empty if it may. */
    Optional<Finding> objection(JsonNode claim, List<String> payer);

    /** The words that have to go along; empty if none have to. */
    String notice(JsonNode claim, List<String> payer);

    /** It was asked. */
    void asked(JsonNode claim, List<String> payer);
}
