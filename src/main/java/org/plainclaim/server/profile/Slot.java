package org.plainclaim.server.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a definition, whatever types it has.
 *
 * @param path such as {@code Claim.item.modifier}
 * @param min fewest values
 * @param max most values
 * @param list whether JSON writes a list
 * @param fixed the only value allowed; null for any
 * @param rules invariants that hold for each value
 * @param slices for a list of extensions, those that are named
 */
record Slot(String path, int min, int max, boolean list, @Nullable String fixed, List<Rule> rules, List<Slice> slices) {
    Slot {
        rules = List.copyOf(rules);
        slices = List.copyOf(slices);
    }

    @Nullable
    Slice slice(String url) {
        for (Slice slice : slices) {
            if (slice.url().equals(url)) {
                return slice;
            }
        }
        return null;
    }
}
