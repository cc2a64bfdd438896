package org.plainclaim.fhir.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Systems;

/**
 * A place in the resources of a session, such as {@code Procedure[1].extension(group-size).valuePositiveInt}.
 *
 * <p>Of several, {@code [1]} is the second and {@code [+]} a new one; {@code (word)} is the extension of that name, else
 * what has that code. Without either it is the first.
 */
final class ChangePath {
    private static final Pattern STEP = Pattern.compile("([A-Za-z]+)(?:\\[(\\d{1,3}|\\+)]|\\(([a-zA-Z0-9.-]+)\\))?");

    private static final Pattern NUMBER = Pattern.compile("value(Integer|PositiveInt|UnsignedInt)|rank");

    private final List<Step> steps;

    private ChangePath(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** One element, and which of several. */
    private record Step(String name, String index, String word) {
        boolean chosen() {
            return !index.isEmpty() || !word.isEmpty();
        }
    }

    /** A path as written; empty if it is none. */
    static Optional<ChangePath> parse(String text) {
        List<Step> steps = new ArrayList<>();
        for (String part : text.strip().split("\\.(?![^(]*\\))", -1)) {
            Matcher step = STEP.matcher(part);
            if (!step.matches()) {
                return Optional.empty();
            }
            steps.add(new Step(step.group(1), orEmpty(step.group(2)), orEmpty(step.group(3))));
        }
        return Optional.of(new ChangePath(steps));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Puts a value at the place; false if there is no such place. */
    boolean put(SessionTree tree, JsonNode value) {
        Step first = steps.get(0);
        if (steps.size() == 1) {
            return first.index().equals("+")
                    && value instanceof ObjectNode resource
                    && tree.add(first.name(), resource);
        }
        ObjectNode parent = parent(tree, true);
        if (parent == null) {
            return false;
        }
        Step last = steps.get(steps.size() - 1);
        if (last.index().equals("+")) {
            parent.withArray(last.name()).add(value);
        } else if (parent.get(last.name()) instanceof ArrayNode array && !value.isArray()) {
            int index = position(array, last);
            if (index < 0 || index >= array.size()) {
                return false;
            }
            array.set(index, value);
        } else {
            parent.set(last.name(), fitting(parent.path(last.name()), last.name(), value));
        }
        return true;
    }

    /** Digits are a number where a number stands, or where the name says so; a code of digits stays a text. */
    private static JsonNode fitting(JsonNode before, String name, JsonNode value) {
        boolean number = before.isNumber() || NUMBER.matcher(name).matches();
        return number && value.asText().matches("\\d{1,9}") ? IntNode.valueOf(Integer.parseInt(value.asText())) : value;
    }

    /** Takes away what is at the place; false if nothing is there. */
    boolean remove(SessionTree tree) {
        Step last = steps.get(steps.size() - 1);
        if (steps.size() == 1) {
            return tree.remove(last.name(), number(last));
        }
        ObjectNode parent = parent(tree, false);
        if (parent == null || !parent.has(last.name())) {
            return false;
        }
        if (last.chosen() && parent.get(last.name()) instanceof ArrayNode array) {
            int index = position(array, last);
            return index >= 0 && array.remove(index) != null;
        }
        return parent.remove(last.name()) != null;
    }

    private @Nullable ObjectNode parent(SessionTree tree, boolean making) {
        Step first = steps.get(0);
        ObjectNode node = tree.resource(first.name(), number(first));
        for (Step step : steps.subList(1, steps.size() - 1)) {
            node = node == null ? null : child(node, step, making);
        }
        return node;
    }

    private static int number(Step step) {
        return step.index().isEmpty() || step.index().equals("+") ? 0 : Integer.parseInt(step.index());
    }

    private static @Nullable ObjectNode child(ObjectNode node, Step step, boolean making) {
        JsonNode found = node.path(step.name());
        boolean extension = step.name().equals("extension") && !step.word().isEmpty();
        if (found instanceof ArrayNode array) {
            int index = position(array, step);
            if (index >= 0 && array.get(index) instanceof ObjectNode inner) {
                return inner;
            }
        } else if (found instanceof ObjectNode inner) {
            return inner;
        }
        if (making && extension) {
            return node.withArray("extension").addObject().put("url", Systems.EXTENSION + step.word());
        }
        return making && found.isMissingNode() ? node.putObject(step.name()) : null;
    }

    /** The place in the array; below zero if it has none such. */
    private static int position(ArrayNode array, Step step) {
        if (step.word().isEmpty()) {
            return number(step) < array.size() ? number(step) : -1;
        }
        for (int i = 0; i < array.size(); i++) {
            if (isNamed(array.get(i), step.word())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isNamed(JsonNode node, String word) {
        if (node.path("url").asText().endsWith("/" + word)) {
            return true;
        }
        for (JsonNode coding : node.path("code").path("coding")) {
            if (coding.path("code").asText().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
