package org.plainclaim.fhir.eligibility;

/** The code systems of eligibility: HL7's own where a code fits, and X12's always. */
public final class EligibilitySystems {
    private static final String X12 = "https://codesystem.x12.org/005010/";
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    /** Service types (EB03). */
    public static final String SERVICE_TYPE = X12 + "1365";

    /** What is said of a benefit (EB01). */
    public static final String BENEFIT = X12 + "1390";

    /** For whom (EB02). */
    public static final String LEVEL = X12 + "1207";

    /** For how long (EB06). */
    public static final String PERIOD = X12 + "615";

    /** Of which kind of insurance (EB04). */
    public static final String INSURANCE = X12 + "1336";

    /** Why there is no answer (AAA03). */
    public static final String REJECT = X12 + "901";

    static final String BENEFIT_TYPE = HL7 + "benefit-type";
    static final String NETWORK = HL7 + "benefit-network";
    static final String UNIT = HL7 + "benefit-unit";
    static final String TERM = HL7 + "benefit-term";
    static final String RELATIONSHIP = HL7 + "subscriber-relationship";

    private EligibilitySystems() {}
}
