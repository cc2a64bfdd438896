package org.plainclaim.fhir;

/** The code systems of the answers of payers. */
public final class X12Systems {
    public static final String GROUP = "https://x12.org/codes/claim-adjustment-group-codes";
    public static final String REASON = "https://x12.org/codes/claim-adjustment-reason-codes";
    public static final String STATUS_CATEGORY = "https://x12.org/codes/claim-status-category-codes";
    public static final String STATUS = "https://x12.org/codes/claim-status-codes";
    public static final String PROVIDER_ADJUSTMENT = "https://x12.org/codes/provider-adjustment-reason-codes";

    public static final String ADJUDICATION = "http://terminology.hl7.org/CodeSystem/adjudication";
    public static final String CLAIM_TYPE = "http://terminology.hl7.org/CodeSystem/claim-type";
    public static final String PAYMENT_TYPE = "http://terminology.hl7.org/CodeSystem/payment-type";
    public static final String FULL_PAYMENT = "http://terminology.hl7.org/CodeSystem/ex-paymenttype";

    /** System of the number that a payer gives a claim. */
    public static final String PAYER_CLAIM = Systems.BASE + "NamingSystem/payer-claim-number";

    private X12Systems() {}
}
