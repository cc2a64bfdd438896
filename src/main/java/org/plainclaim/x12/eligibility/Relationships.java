package org.plainclaim.x12.eligibility;

/** The relationship of a patient to the subscriber: a claim and an inquiry have other codes for some. */
final class Relationships {
    private static final String OTHER_ADULT = "34";
    private static final String OTHER = "G8";

    private Relationships() {}

    /** As an inquiry says it (INS02): spouse, child or another adult. */
    static String toDependent(String relationship) {
        return switch (relationship) {
            case "01", "19" -> relationship;
            default -> OTHER_ADULT;
        };
    }

    /** As a claim says it. */
    static String fromDependent(String relationship) {
        return relationship.equals(OTHER_ADULT) ? OTHER : relationship;
    }
}
