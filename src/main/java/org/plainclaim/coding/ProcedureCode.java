package org.plainclaim.coding;

/**
 * A procedure code.
 *
 * @param code CPT or HCPCS code
 * @param label what it is, in our own words
 */
public record ProcedureCode(String code, String label) {
    private static final String CPT = "http://www.ama-assn.org/go/cpt";
    private static final String HCPCS = "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";

    /** The FHIR code system: HCPCS Level II codes start with a letter, CPT codes with a digit. */
    public String system() {
        return Character.isLetter(code.charAt(0)) ? HCPCS : CPT;
    }
}
