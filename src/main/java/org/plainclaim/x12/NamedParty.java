package org.plainclaim.x12;

/**
 * A person or organization of a claim (NM1).
 *
 * @param role QC patient, IL insured, 74 corrected insured, 82 rendering, TT crossover carrier, PR corrected payer
 * @param kind 1 for a person, 2 for an organization
 * @param name last name or name of the organization
 * @param first first name; empty if none
 * @param qualifier of the number, such as MI or XX; empty if there is no number
 * @param id the number; empty if none
 */
public record NamedParty(String role, String kind, String name, String first, String qualifier, String id) {
    /** Names no person, so that it can stand in a log. */
    @Override
    public String toString() {
        return "NamedParty[role=" + role + "]";
    }
}
