package org.plainclaim.access;

import java.util.Arrays;
import java.util.Optional;

/** Why a caller asks: codes of HL7's v3 PurposeOfUse ({@code http://terminology.hl7.org/CodeSystem/v3-ActReason}). */
public enum Purpose {
    /** Treatment. */
    TREAT,
    /** Emergency treatment. */
    ETREAT,
    /** Payment. */
    HPAYMT,
    /** Operations of the practice, audits among them. */
    HOPERAT,
    /** Running the system itself. */
    HSYSADMIN,
    /** A request of the patient. */
    PATRQT,
    /** Legal proceedings. */
    HLEGAL;

    /** The purpose of that code. */
    public static Optional<Purpose> of(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.name().equals(code))
                .findFirst();
    }
}
