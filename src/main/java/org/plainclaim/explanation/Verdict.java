package org.plainclaim.explanation;

import java.util.Locale;

/** What a check found: a check that could not be made says so, it never counts as passed. */
public enum Verdict {
    PASS,
    FAIL,
    /** The requirement applies but something documented excuses it. */
    BYPASSED,
    /** Nobody looked, because something needed for the check is not there. */
    NOT_CHECKED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The code used in answers: {@code pass}, {@code fail}, {@code bypassed}, {@code not-checked}. */
    public String code() {
        return code;
    }
}
