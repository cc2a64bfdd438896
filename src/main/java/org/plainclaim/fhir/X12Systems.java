package org.plainclaim.fhir;

/** The code systems of the answers of payers. */
final class X12Systems {
    static final String GROUP = "https://x12.org/codes/claim-adjustment-group-codes";
    static final String REASON = "https://x12.org/codes/claim-adjustment-reason-codes";
    static final String STATUS_CATEGORY = "https://x12.org/codes/claim-status-category-codes";
    static final String STATUS = "https://x12.org/codes/claim-status-codes";
    static final String PROVIDER_ADJUSTMENT = "https://x12.org/codes/provider-adjustment-reason-codes";

    static final String ADJUDICATION = "http://terminology.hl7.org/CodeSystem/adjudication";
    static final String CLAIM_TYPE = "http://terminology.hl7.org/CodeSystem/claim-type";
    static final String PAYMENT_TYPE = "http://terminology.hl7.org/CodeSystem/payment-type";
    static final String FULL_PAYMENT = "http://terminology.hl7.org/CodeSystem/ex-paymenttype";

    /** System of the number that a payer gives a claim. */
    static final String PAYER_CLAIM = Systems.BASE + "NamingSystem/payer-claim-number";

    private X12Systems() {}
}
