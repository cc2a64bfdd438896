package org.plainclaim.server.profile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** FHIRPath's operators with their three-valued logic. */
final class PathOperators {
    private PathOperators() {}

    static Expression of(String operator, Expression left, Expression right) {
        return switch (operator) {
            case "and" -> (scope, focus) -> and(truth(left.of(scope, focus)), right, scope, focus);
            case "or" -> (scope, focus) -> or(truth(left.of(scope, focus)), right, scope, focus);
            case "implies" -> (scope, focus) -> {
                Boolean condition = truth(left.of(scope, focus));
                return or(condition == null ? null : !condition, right, scope, focus);
            };
            case "xor" -> (scope, focus) -> {
                Boolean first = truth(left.of(scope, focus));
                Boolean second = truth(right.of(scope, focus));
                return first == null || second == null ? List.of() : Item.of(!first.equals(second));
            };
            case "|" -> (scope, focus) -> union(left.of(scope, focus), right.of(scope, focus));
            case "in" -> (scope, focus) -> in(left.of(scope, focus), right.of(scope, focus));
            case "=", "!=" -> (scope, focus) ->
                    equal(left.of(scope, focus), right.of(scope, focus), operator.equals("="));
            case "+", "*", "div", "mod" -> PathArithmetic.of(operator, left, right);
            default -> (scope, focus) -> compare(operator, left.of(scope, focus), right.of(scope, focus));
        };
    }

    /** The truth of a collection; null if it is empty. */
    static @Nullable Boolean truth(List<Item> items) {
        if (items.isEmpty()) {
            return null;
        }
        if (items.size() > 1) {
            throw Doubt.uncovered("a rule asks for the truth of several values");
        }
        Item only = items.get(0);
        return only.type().equals("boolean") ? only.node().asBoolean() : true;
    }

    private static List<Item> and(@Nullable Boolean first, Expression right, Scope scope, List<Item> focus) {
        if (Boolean.FALSE.equals(first)) {
            return Item.of(false);
        }
        Boolean second = truth(right.of(scope, focus));
        if (Boolean.FALSE.equals(second)) {
            return Item.of(false);
        }
        return first == null || second == null ? List.of() : Item.of(true);
    }

    private static List<Item> or(@Nullable Boolean first, Expression right, Scope scope, List<Item> focus) {
        if (Boolean.TRUE.equals(first)) {
            return Item.of(true);
        }
        Boolean second = truth(right.of(scope, focus));
        if (Boolean.TRUE.equals(second)) {
            return Item.of(true);
        }
        return first == null || second == null ? List.of() : Item.of(false);
    }

    private static List<Item> union(List<Item> left, List<Item> right) {
        List<Item> all = new ArrayList<>(left);
        for (Item item : right) {
            if (!Values.holds(all, item)) {
                all.add(item);
            }
        }
        return all;
    }

    private static List<Item> in(List<Item> left, List<Item> right) {
        if (left.isEmpty()) {
            return List.of();
        }
        if (left.size() > 1) {
            throw Doubt.uncovered("a rule asks whether several values are in a list");
        }
        return Item.of(Values.holds(right, left.get(0)));
    }

    private static List<Item> equal(List<Item> left, List<Item> right, boolean wanted) {
        if (left.isEmpty() || right.isEmpty()) {
            return List.of();
        }
        if (left.size() > 1 || right.size() > 1) {
            throw Doubt.uncovered("a rule compares several values");
        }
        return Item.of(Values.same(left.get(0), right.get(0)) == wanted);
    }

    private static List<Item> compare(String operator, List<Item> left, List<Item> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return List.of();
        }
        if (left.size() > 1 || right.size() > 1) {
            throw Doubt.uncovered("a rule compares several values");
        }
        int order = Values.order(left.get(0), right.get(0));
        return Item.of(
                switch (operator) {
                    case "<" -> order < 0;
                    case ">" -> order > 0;
                    case "<=" -> order <= 0;
                    default -> order >= 0;
                });
    }
}
