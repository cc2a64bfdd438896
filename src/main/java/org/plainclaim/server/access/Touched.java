package org.plainclaim.server.access;

import java.util.Set;
import java.util.TreeSet;

/**
 * Other types that a search touches, and what a caller has to be allowed for it.
 *
 * @param types the types; one that the caller may touch is enough if they are brought along
 * @param how what happens with them
 * @param said the part of the search that does so, as it was sent
 */
record Touched(Set<String> types, How how, String said) {
    /** What a search does with other types. */
    enum How {
        /** It selects or sorts by their values, so that these can be inferred: all of each type must be readable. */
        BY_VALUE,
        /** It brings them along; what the caller may not read is left out of the answer. */
        BROUGHT
    }

    Touched {
        types = Set.copyOf(types);
    }

    static Touched byValue(String type, String said) {
        return new Touched(Set.of(type), How.BY_VALUE, said);
    }

    static Touched brought(Set<String> types, String said) {
        return new Touched(types, How.BROUGHT, said);
    }

    /** The types for people, in one order. */
    String names() {
        return String.join(", ", new TreeSet<>(types));
    }
}
