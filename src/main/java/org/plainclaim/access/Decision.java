package org.plainclaim.access;

/**
 * Whether a caller may do what was asked.
 *
 * @param allowed whether it may be done, with the resources that are reached
 * @param reason why, in plain words; names nothing of any resource
 * @param rule the row of the policy that decided; empty if none speaks of it, or the scopes decided
 * @param reach the resources of the type with which it may be done
 */
public record Decision(boolean allowed, String reason, String rule, Reach reach) {
    static Decision allow(String reason, String rule, Reach reach) {
        return new Decision(true, reason, rule, reach);
    }

    static Decision deny(String reason, String rule) {
        return new Decision(false, reason, rule, Reach.none());
    }
}
