package org.plainclaim.access;

import java.util.Locale;

/** What a scope lets do with resources of a type; each is one letter of SMART's {@code cruds}. */
public enum Permission {
    CREATE,
    READ,
    UPDATE,
    DELETE,
    SEARCH;

    /** The letter of this permission in a scope. */
    public String letter() {
        return name().substring(0, 1).toLowerCase(Locale.ROOT);
    }
}
