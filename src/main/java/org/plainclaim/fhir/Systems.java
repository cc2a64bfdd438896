package org.plainclaim.fhir;

/** The code systems, identifier systems and extensions that the session contract names. */
final class Systems {
    static final String BASE = "https://plainclaim.org/fhir/";
    static final String EXTENSION = BASE + "StructureDefinition/";
    static final String CODES = BASE + "CodeSystem/";

    static final String RULE = CODES + "rule";
    static final String DERIVATION = BASE + "NamingSystem/derivation";
    static final String CLAIM_PROFILE = EXTENSION + "plainclaim-claim";
    static final String LINE_REASON = EXTENSION + "claim-line-reason";

    static final String NPI = "http://hl7.org/fhir/sid/us-npi";
    static final String TAXONOMY = "http://nucc.org/provider-taxonomy";
    static final String ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm";
    static final String CPT = "http://www.ama-assn.org/go/cpt";
    static final String HCPCS = "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets";
    static final String PLACE_OF_SERVICE =
            "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";
    static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    static final String DIAGNOSIS_ROLE = "http://terminology.hl7.org/CodeSystem/diagnosis-role";
    static final String DIAGNOSIS_TYPE = "http://terminology.hl7.org/CodeSystem/ex-diagnosistype";
    static final String LOINC = "http://loinc.org";
    static final String ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
    static final String TIMEZONE = "http://hl7.org/fhir/StructureDefinition/timezone";

    static final String TYPE_OF_BILL = "https://www.nubc.org/CodeSystem/TypeOfBill";
    static final String REVENUE_CODE = "https://www.nubc.org/CodeSystem/RevenueCodes";
    static final String CONDITION_CODE = "https://www.nubc.org/CodeSystem/ConditionCodes";

    static final String COVERAGE_CLASS = CODES + "coverage-class";

    private Systems() {}

    /** True for the code systems whose codes go on a claim line. */
    static boolean procedureCodes(String system) {
        return system.equals(CPT)
                || system.endsWith("/Medicare/Coding/HCPCSReleaseCodeSets")
                || system.equals("urn:oid:2.16.840.1.113883.6.285");
    }

    /** The code system of a procedure code or modifier: HCPCS Level II starts with a letter. */
    static String ofProcedureCode(String code) {
        return Character.isLetter(code.charAt(0)) ? HCPCS : CPT;
    }
}
