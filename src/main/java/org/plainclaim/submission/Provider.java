package org.plainclaim.submission;

/**
 * A practice, facility or clinician on a claim.
 *
 * @param kind a person or an organization
 * @param name family name of a person, or the name of the organization
 * @param first first given name of a person; empty if none
 * @param npi national provider identifier; empty if not known
 * @param taxonomy NUCC taxonomy code; empty if not known
 * @param taxId employer's identification number, digits only; empty if not known
 * @param phone telephone, digits only; empty if not known
 * @param address street address
 */
public record Provider(
        Kind kind,
        String name,
        String first,
        String npi,
        String taxonomy,
        String taxId,
        String phone,
        Address address) {
    /** What a provider is. */
    public enum Kind {
        /** A person. */
        PERSON,
        /** A practice or facility. */
        ORGANIZATION
    }

    /** A clinician of whom only name, number and taxonomy matter. */
    public static Provider clinician(String last, String first, String npi, String taxonomy) {
        return new Provider(Kind.PERSON, last, first, npi, taxonomy, "", "", Address.UNKNOWN);
    }
}
