package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Whole numbers in FHIRPath, enough for a check digit. */
final class PathArithmetic {
    private PathArithmetic() {}

    static Expression of(String operator, Expression left, Expression right) {
        return (scope, focus) -> {
            List<Item> first = left.of(scope, focus);
            List<Item> second = right.of(scope, focus);
            return first.isEmpty() || second.isEmpty()
                    ? List.of()
                    : number(calculate(operator, whole(first), whole(second)));
        };
    }

    static Expression select(Expression projection) {
        return (scope, focus) -> {
            List<Item> all = new ArrayList<>();
            for (Item item : focus) {
                all.addAll(projection.of(scope.at(item), List.of(item)));
            }
            return all;
        };
    }

    static Expression aggregate(Expression step, Expression start) {
        return (scope, focus) -> {
            List<Item> total = start.of(scope, focus);
            for (Item item : focus) {
                total = step.of(scope.at(item).counting(total), List.of(item));
            }
            return total;
        };
    }

    static Expression substring(Expression start, Expression length) {
        return (scope, focus) -> {
            if (focus.isEmpty()) {
                return focus;
            }
            String text = PathFunctions.text(focus);
            int from = whole(start.of(scope, List.of(scope.self())));
            int to = from + whole(length.of(scope, List.of(scope.self())));
            if (from < 0 || to > text.length()) {
                throw Doubt.uncovered("a rule cuts a text that is too short");
            }
            return List.of(new Item(new TextNode(text.substring(from, to)), "string", null));
        };
    }

    static List<Item> toInteger(List<Item> focus) {
        if (focus.isEmpty()) {
            return focus;
        }
        String text = PathFunctions.text(focus);
        if (!text.matches("[0-9]{1,9}")) {
            throw Doubt.uncovered("a rule counts with what is no number");
        }
        return number(Integer.parseInt(text));
    }

    static List<Item> number(int value) {
        return List.of(new Item(IntNode.valueOf(value), "integer", null));
    }

    private static int calculate(String operator, int left, int right) {
        return switch (operator) {
            case "+" -> left + right;
            case "*" -> left * right;
            case "div" -> Math.floorDiv(left, nonZero(right));
            default -> Math.floorMod(left, nonZero(right));
        };
    }

    private static int nonZero(int value) {
        if (value == 0) {
            throw Doubt.uncovered("a rule divides by zero");
        }
        return value;
    }

    private static int whole(List<Item> items) {
        if (items.size() != 1
                || !items.get(0).node().isInt()
                || items.get(0).node().intValue() < 0) {
            throw Doubt.uncovered("a rule counts with what is no whole number");
        }
        return items.get(0).node().intValue();
    }
}
