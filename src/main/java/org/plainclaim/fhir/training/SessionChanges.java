package org.plainclaim.fhir.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.Systems;
import org.plainclaim.training.CaseFault;
import org.plainclaim.training.CaseText.Change;

/** Makes the session of a case out of the one it starts from. */
final class SessionChanges {
    private static final String HOW = " A change is 'Encounter.status = finished', a removal 'Composition.attester',"
            + " a detail 'Procedure program = iop'.";

    private final SessionTree tree;
    private final List<CaseFault> faults = new ArrayList<>();

    private SessionChanges(ObjectNode session) {
        this.tree = new SessionTree(session);
    }

    /** The changed session, and what could not be changed. */
    record Changed(SessionTree tree, List<CaseFault> faults) {}

    static Changed apply(ObjectNode session, List<Change> changes) {
        SessionChanges run = new SessionChanges(session);
        for (Change change : changes) {
            if (!run.apply(change)) {
                run.faults.add(change.place()
                        .fault("'" + change.text() + "' leads to nothing in this session, or is not written right."
                                + HOW));
            }
        }
        return new Changed(run.tree, List.copyOf(run.faults));
    }

    private boolean apply(Change change) {
        String[] sides = change.text().split(" = ", 2);
        return switch (change.kind()) {
            case "remove" -> ChangePath.parse(change.text())
                    .map(path -> path.remove(tree))
                    .orElse(false);
            case "detail" -> sides.length == 2 && detail(sides[0].strip(), sides[1].strip());
            default -> sides.length == 2
                    && value(sides[1].strip())
                            .flatMap(value -> ChangePath.parse(sides[0]).map(path -> path.put(tree, value)))
                            .orElse(false);
        };
    }

    /** What begins as JSON is JSON; all else is a text. */
    private static Optional<JsonNode> value(String text) {
        if (!text.matches("(?s)[\\[{\"].*|true|false")) {
            return Optional.of(TextNode.valueOf(text));
        }
        try {
            return Optional.of(Json.parse("{\"value\": " + text + "}").path("value"));
        } catch (BadInput e) {
            return Optional.empty();
        }
    }

    /** A detail of a service: {@code Procedure[1] program = iop}; the type of its value is seen from its form. */
    private boolean detail(String where, String value) {
        int space = where.lastIndexOf(' ');
        if (space < 0) {
            return false;
        }
        ObjectNode detail = JsonNodeFactory.instance.objectNode().put("url", Systems.EXTENSION + "service-detail");
        detail.withArray("extension").addObject().put("url", "name").put("valueCode", where.substring(space + 1));
        ObjectNode stated = detail.withArray("extension").addObject().put("url", "value");
        if (value.matches("\\d{1,9}")) {
            stated.set("valueInteger", IntNode.valueOf(Integer.parseInt(value)));
        } else if (value.matches("true|false")) {
            stated.set("valueBoolean", BooleanNode.valueOf(value.equals("true")));
        } else if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            stated.put("valueDate", value);
        } else if (value.startsWith("\"")) {
            stated.put("valueString", value.replace("\"", ""));
        } else {
            stated.put("valueCode", value);
        }
        return ChangePath.parse(where.substring(0, space) + ".extension[+]")
                .map(path -> path.put(tree, detail))
                .orElse(false);
    }
}
