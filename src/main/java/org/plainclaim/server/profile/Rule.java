package org.plainclaim.server.profile;

import java.util.List;

/** An invariant: an expression that must be true of a value. */
record Rule(String key, Expression condition) {
    static Rule of(String key, String expression) {
        try {
            return new Rule(key, PathParser.parse(expression));
        } catch (UnsupportedDefinitionException unsupported) {
            return new Rule(key, (scope, focus) -> {
                throw Doubt.uncovered(key + " is not compiled");
            });
        }
    }

    void check(Item resource, Item value) {
        List<Item> answer = condition.of(Scope.of(resource, value), List.of(value));
        if (!Boolean.TRUE.equals(PathOperators.truth(answer))) {
            throw Doubt.broken(key);
        }
    }
}
