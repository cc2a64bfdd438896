package org.plainclaim.x12.acknowledgment;

import org.jspecify.annotations.Nullable;

/** What became of an interchange, a group or a transaction (TA104, AK901, IK501). */
public enum Disposition {
    /** Taken. */
    ACCEPTED("A"),
    /** Taken, although something is wrong; it must not be sent again. */
    ACCEPTED_WITH_ERRORS("E"),
    /** At least one transaction of the group was not taken. */
    PARTLY_ACCEPTED("P"),
    /** Nothing of it was taken. */
    REJECTED("R");

    private final String code;

    Disposition(String code) {
        this.code = code;
    }

    /** The code that is written for it. */
    public String code() {
        return code;
    }

    /** True if some of it was taken. */
    public boolean taken() {
        return this != REJECTED;
    }

    /** What a code means; M, W and X (security) are rejections too. Null if it means nothing. */
    public static @Nullable Disposition of(String code) {
        return switch (code) {
            case "A" -> ACCEPTED;
            case "E" -> ACCEPTED_WITH_ERRORS;
            case "P" -> PARTLY_ACCEPTED;
            case "R", "M", "W", "X" -> REJECTED;
            default -> null;
        };
    }
}
