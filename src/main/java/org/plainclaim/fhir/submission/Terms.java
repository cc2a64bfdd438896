package org.plainclaim.fhir.submission;

import org.plainclaim.fhir.Systems;

/** Code systems, identifier systems and codes that only a claim as it is sent needs. */
final class Terms {
    static final String X12 = "https://codesystem.x12.org/005010/";

    /** Entity identifier codes: what a provider is to a claim. */
    static final String ENTITY = X12 + "98";

    /** Claim filing indicators. */
    static final String FILING = X12 + "1032";

    /** Insurance types: why Medicare is not the primary payer. */
    static final String INSURANCE_TYPE = X12 + "1336";

    /** Relationships of a patient to the subscriber. */
    static final String RELATIONSHIP = X12 + "1069";

    /** Claim frequency type codes. */
    static final String FREQUENCY = X12 + "1325";

    /** Note reference codes. */
    static final String NOTE = X12 + "363";

    static final String ADMISSION_TYPE = "https://www.nubc.org/CodeSystem/PriorityTypeOfAdmitOrVisit";
    static final String ADMISSION_SOURCE = "https://www.nubc.org/CodeSystem/PointOfOrigin";
    static final String DISCHARGE_STATUS = "https://www.nubc.org/CodeSystem/PatDischargeStatus";

    static final String HL7 = "http://terminology.hl7.org/CodeSystem/";
    static final String CARE_TEAM_ROLE = HL7 + "claimcareteamrole";
    static final String INFORMATION = HL7 + "claiminformationcategory";
    static final String RELATED_CLAIM = HL7 + "ex-relatedclaimrelationship";
    static final String COVERAGE_CLASS = HL7 + "coverage-class";
    static final String IDENTIFIER_TYPE = HL7 + "v2-0203";
    static final String PAYEE = HL7 + "payeetype";
    static final String PRIORITY = HL7 + "v3-ActPriority";
    static final String SUBSCRIBER = HL7 + "subscriber-relationship";
    static final String GENDER = "http://hl7.org/fhir/administrative-gender";
    static final String ABSENT = HL7 + "data-absent-reason";

    /** Number of a prior authorization of one line; an extension of Da Vinci PAS. */
    static final String LINE_AUTHORIZATION =
            "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-authorizationNumber";

    /** The indicators about signature, assignment and release. */
    static final String SIGNATURES = Systems.EXTENSION + "claim-signatures";

    private Terms() {}
}
