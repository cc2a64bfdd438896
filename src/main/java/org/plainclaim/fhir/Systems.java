package org.plainclaim.fhir;

/** The code systems, identifier systems and extensions that the session contract names. */
public final class Systems {
    public static final String BASE = "https://plainclaim.org/fhir/";
    public static final String EXTENSION = BASE + "StructureDefinition/";
    public static final String CODES = BASE + "CodeSystem/";

    public static final String RULE = CODES + "rule";
    public static final String DERIVATION = BASE + "NamingSystem/derivation";
    public static final String CLAIM_PROFILE = EXTENSION + "plainclaim-claim";
    public static final String LINE_REASON = EXTENSION + "claim-line-reason";

    public static final String NPI = "http://hl7.org/fhir/sid/us-npi";
    /** Employer's identification number of the IRS. */
    public static final String TAX_ID = "urn:oid:2.16.840.1.113883.4.4";

    /** Number of a laboratory under CLIA. */
    public static final String CLIA = "urn:oid:2.16.840.1.113883.4.7";

    /** The id that trading partners route a payer's claims by: identifier of its Organization. */
    public static final String PAYER_ID = BASE + "NamingSystem/payer-id";

    /** The number that we give a claim (CLM01): identifier of the Claim. */
    public static final String CLAIM_NUMBER = BASE + "NamingSystem/claim-number";

    public static final String TAXONOMY = "http://nucc.org/provider-taxonomy";
    public static final String ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm";
    public static final String CPT = "http://www.ama-assn.org/go/cpt";
    public static final String HCPCS = "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
    public static final String PLACE_OF_SERVICE =
            "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";
    public static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    public static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    public static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    public static final String DIAGNOSIS_ROLE = "http://terminology.hl7.org/CodeSystem/diagnosis-role";
    public static final String DIAGNOSIS_TYPE = "http://terminology.hl7.org/CodeSystem/ex-diagnosistype";
    public static final String LOINC = "http://loinc.org";
    public static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
    public static final String TIMEZONE = "http://hl7.org/fhir/StructureDefinition/timezone";

    public static final String TYPE_OF_BILL = "https://www.nubc.org/CodeSystem/TypeOfBill";
    public static final String REVENUE_CODE = "https://www.nubc.org/CodeSystem/RevenueCodes";
    public static final String CONDITION_CODE = "https://www.nubc.org/CodeSystem/ConditionCodes";

    public static final String COVERAGE_CLASS = CODES + "coverage-class";

    private Systems() {}

    /** True for the code systems whose codes go on a claim line. */
    public static boolean procedureCodes(String system) {
        return system.equals(CPT)
                || system.endsWith("/Medicare/Coding/HCPCSReleaseCodeSets")
                || system.equals("urn:oid:2.16.840.1.113883.6.285");
    }

    /** The code system of a procedure code or modifier: HCPCS Level II starts with a letter. */
    public static String ofProcedureCode(String code) {
        return Character.isLetter(code.charAt(0)) ? HCPCS : CPT;
    }
}
