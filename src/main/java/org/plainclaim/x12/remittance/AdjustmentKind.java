package org.plainclaim.x12.remittance;

/** What an adjustment means for the books. */
enum AdjustmentKind {
    CONTRACTUAL,
    /** What the law takes off the payment, beside the contract. */
    REDUCTION,
    DEDUCTIBLE,
    COINSURANCE,
    COPAYMENT,
    PATIENT,
    PRIOR,
    /** Whatever no row says otherwise of: a refusal is never taken for a write-off. */
    DENIED
}
