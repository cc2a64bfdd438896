package org.plainclaim.server.profile;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An extension that a list must, may or may not hold.
 *
 * @param shape what it holds; null if its own definition says so
 */
record Slice(String url, int min, int max, List<Rule> rules, @Nullable Supplier<Shape> shape) {
    Slice {
        rules = List.copyOf(rules);
    }
}
