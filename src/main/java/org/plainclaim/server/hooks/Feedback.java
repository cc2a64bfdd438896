package org.plainclaim.server.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What users did with cards: one line of the log for each, with rule and outcome and without a word of theirs. */
final class Feedback {
    private static final Logger LOG = LoggerFactory.getLogger(Feedback.class);

    private final ShownCards shown;
    private final CodeSystem reasons;

    Feedback(ShownCards shown, CodeSystem reasons) {
        this.shown = shown;
        this.reasons = reasons;
    }

    /** Takes all of it, or nothing if a part can not be read. */
    void take(HookService service, JsonNode body) throws HookFault {
        if (!body.path("feedback").isArray()) {
            throw HookFault.malformed("feedback must be an array.");
        }
        List<String> lines = new ArrayList<>();
        for (JsonNode one : body.get("feedback")) {
            lines.add(shown.ruleOf(card(one)) + " " + outcome(one) + " " + reason(one));
        }
        lines.forEach(line -> LOG.info("card feedback: {} {}", service.id(), line));
    }

    private static UUID card(JsonNode one) throws HookFault {
        try {
            return UUID.fromString(one.path("card").asText());
        } catch (IllegalArgumentException malformed) {
            throw HookFault.malformed("feedback.card must be the uuid of a card.");
        }
    }

    private static String outcome(JsonNode one) throws HookFault {
        return switch (one.path("outcome").asText()) {
            case "accepted" -> "accepted";
            case "overridden" -> "overridden";
            default -> throw HookFault.malformed("feedback.outcome must be accepted or overridden.");
        };
    }

    /** A code of ours; whatever else was said is not kept. */
    private String reason(JsonNode one) {
        String code = one.at("/overrideReason/reason/code").asText();
        return reasons.getConcept().stream()
                .map(CodeSystem.ConceptDefinitionComponent::getCode)
                .filter(code::equals)
                .findFirst()
                .orElse(code.isEmpty() ? "no-reason" : "other-reason");
    }
}
