package org.plainclaim.server.profile;

import java.util.List;

/**
 * Where a rule is asked.
 *
 * @param resource the resource that holds the value
 * @param context the value that the rule is about
 * @param self what {@code $this} stands for
 * @param total what {@code $total} stands for
 */
record Scope(Item resource, Item context, Item self, List<Item> total) {
    static Scope of(Item resource, Item value) {
        return new Scope(resource, value, value, List.of());
    }

    Scope at(Item other) {
        return new Scope(resource, context, other, total);
    }

    Scope counting(List<Item> sum) {
        return new Scope(resource, context, self, sum);
    }
}
