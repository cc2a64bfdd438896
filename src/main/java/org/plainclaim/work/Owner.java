package org.plainclaim.work;

/** Whose work it is. */
public enum Owner {
    /** The clinician who rendered the service. */
    CLINICIAN,
    /** Who assigns codes. */
    CODER,
    /** Who submits and follows claims. */
    BILLER,
    /** Who registers patients and asks for eligibility. */
    FRONT_DESK;

    /** The code used in answers, such as {@code front-desk}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
