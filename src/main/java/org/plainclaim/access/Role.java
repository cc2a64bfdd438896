package org.plainclaim.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody does in the practice; a caller may have several roles. */
public enum Role {
    /** The practice's record system, which sends what happened. */
    EHR,
    /** Who treats and documents. */
    CLINICIAN,
    /** Who looks at the coding of sessions. */
    CODER,
    /** Who sends claims and follows them to the money. */
    BILLER,
    /** Who books appointments and asks payers about members. */
    FRONT_DESK,
    /** Who looks at everything and changes nothing. */
    AUDITOR,
    /** Who runs the server. */
    ADMIN;

    /** The word for the role in tokens and tables, such as {@code front-desk}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that word; tokens of some issuers write an underscore for the hyphen. */
    public static Optional<Role> of(String code) {
        String word = code.toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values()).filter(role -> role.code().equals(word)).findFirst();
    }
}
