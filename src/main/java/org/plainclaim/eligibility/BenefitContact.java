package org.plainclaim.eligibility;

/**
 * Somebody else who has to do with a benefit (loop 2120).
 *
 * @param role {@code PR} payer, {@code PRP} primary payer, {@code SEP} secondary payer, {@code TTP} tertiary payer, {@code VN}
 *     vendor, {@code GP} gateway provider, {@code Y2} managed care organization, {@code P3} primary care provider and others
 * @param name name of it
 * @param id number of it; empty if not said
 * @param phone where to call; empty if not said
 * @param web address to look up; empty if not said
 */
public record BenefitContact(String role, String name, String id, String phone, String web) {
    /** True if it pays, or manages for who pays. */
    public boolean pays() {
        return switch (role) {
            case "PR", "PRP", "SEP", "TTP", "VN", "GP", "Y2" -> true;
            default -> false;
        };
    }

    /** Names nobody: a provider may be a person. */
    @Override
    public String toString() {
        return "BenefitContact[role=" + role + "]";
    }
}
