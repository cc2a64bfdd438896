package org.plainclaim.eligibility;

/**
 * Under which terms a benefit is paid.
 *
 * @param authorization {@code Y} has to be authorized, {@code N} not, {@code U} not known (EB11); empty if not said
 * @param network {@code Y} in the network of the plan, {@code N} outside of it, {@code W} both (EB12), {@code U} not known;
 *     empty if not said
 */
public record BenefitTerms(String authorization, String network) {
    /** Nothing is said. */
    public static final BenefitTerms NOT_SAID = new BenefitTerms("", "");

    /** In the network; nothing is said of authorization. */
    public static final BenefitTerms IN_NETWORK = new BenefitTerms("", "Y");

    /** True if it holds outside of the network only. */
    public boolean outside() {
        return network.equals("N");
    }
}
