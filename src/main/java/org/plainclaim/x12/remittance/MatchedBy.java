package org.plainclaim.x12.remittance;

/** How a line of an answer was found among ours, the surest first. */
public enum MatchedBy {
    /** By our line control number. */
    CONTROL,
    /** By code, modifiers, date and charge. */
    PROCEDURE,
    /** By what the payer says that we submitted. */
    SUBMITTED_PROCEDURE,
    /** By code, date and charge: the payer changed a modifier without saying so. */
    CODE_WITHOUT_MODIFIERS
}
