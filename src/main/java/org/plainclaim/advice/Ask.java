package org.plainclaim.advice;

import java.util.Locale;

/** Who could supply a fact. */
public enum Ask {
    /** Undocumented, but the clinician knows it. */
    ASK_CLINICIAN,
    /** Undocumented, but payer or patient know it. */
    GET_FROM_PAYER_OR_PATIENT,
    /** It would change what happened: nobody may supply it. */
    NEVER;

    /** The code used in answers: {@code ask-clinician}, {@code get-from-payer-or-patient}, {@code never}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Ask named(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
