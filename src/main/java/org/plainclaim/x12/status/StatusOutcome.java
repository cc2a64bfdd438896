package org.plainclaim.x12.status;

/** What a category of status comes to for us. */
public enum StatusOutcome {
    /** Received, not yet taken into adjudication. */
    RECEIVED,
    /** Taken into adjudication. */
    ACCEPTED,
    /** Not taken: to be corrected and sent again. */
    REJECTED,
    /** In adjudication. */
    PENDING,
    /** The payer waits for something from us. */
    INFORMATION_REQUESTED,
    /** Adjudicated and paid. */
    PAID,
    /** Adjudicated and denied. */
    DENIED,
    /** Adjudicated otherwise, as revised or sent on; the remittance says how. */
    FINALIZED,
    /** The payer knows no such claim. */
    NOT_FOUND,
    /** The payer could not answer; ask again. */
    ERROR,
    /** A category that this version does not know: a person has to look. */
    OTHER;

    /** The outcome of a category, such as A2. */
    public static StatusOutcome of(String category) {
        return switch (category) {
            case "A0", "A1" -> RECEIVED;
            case "A2", "A5" -> ACCEPTED;
            case "A3", "A6", "A7", "A8" -> REJECTED;
            case "A4", "D0" -> NOT_FOUND;
            case "F1" -> PAID;
            case "F2" -> DENIED;
            case "F0", "F3", "F3F", "F3N", "F4" -> FINALIZED;
            default -> ofGroup(category);
        };
    }

    private static StatusOutcome ofGroup(String category) {
        return category.isEmpty()
                ? OTHER
                : switch (category.charAt(0)) {
                    case 'P' -> PENDING;
                    case 'R' -> INFORMATION_REQUESTED;
                    case 'E' -> ERROR;
                    default -> OTHER;
                };
    }
}
