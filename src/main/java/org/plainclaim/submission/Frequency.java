package org.plainclaim.submission;

/** What a claim is to an earlier one (last digit of the type of bill, CLM05-3). */
public enum Frequency {
    /** A new claim for the whole stay or service. */
    ORIGINAL("1"),
    /** The first of several claims of one stay; institutional only. */
    FIRST("2"),
    /** A further claim of a stay; institutional only. */
    CONTINUING("3"),
    /** The last claim of a stay; institutional only. */
    LAST("4"),
    /** Takes the place of an earlier claim. */
    REPLACEMENT("7"),
    /** Takes an earlier claim back. */
    VOID("8");

    private final String code;

    Frequency(String code) {
        this.code = code;
    }

    /** The digit. */
    public String code() {
        return code;
    }

    /** True if it needs the number that the payer gave the earlier claim. */
    public boolean needsOriginal() {
        return this == REPLACEMENT || this == VOID;
    }
}
