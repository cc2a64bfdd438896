package org.plainclaim.access;

import java.util.Arrays;
import java.util.Optional;

/** What may be done with resources over HTTP, by the codes of FHIR's restful interactions. */
public enum Interaction {
    READ("read", Permission.READ),
    VREAD("vread", Permission.READ),
    HISTORY_INSTANCE("history-instance", Permission.READ),
    SEARCH("search-type", Permission.SEARCH),
    HISTORY_TYPE("history-type", Permission.SEARCH),
    HISTORY_SYSTEM("history-system", Permission.SEARCH),
    CREATE("create", Permission.CREATE),
    UPDATE("update", Permission.UPDATE),
    PATCH("patch", Permission.UPDATE),
    DELETE("delete", Permission.DELETE);

    private final String code;
    private final Permission permission;

    Interaction(String code, Permission permission) {
        this.code = code;
        this.permission = permission;
    }

    /** The code in R4's value set of restful interactions. */
    public String code() {
        return code;
    }

    /** What a scope must grant for it: SMART lets an update create, and counts histories of many as searches. */
    public Permission permission() {
        return permission;
    }

    /** The interaction of that code. */
    public static Optional<Interaction> of(String code) {
        return Arrays.stream(values())
                .filter(interaction -> interaction.code.equals(code))
                .findFirst();
    }
}
