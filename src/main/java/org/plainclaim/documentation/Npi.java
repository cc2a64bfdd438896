package org.plainclaim.documentation;

/** The check digit of a national provider identifier: Luhn over the prefix 80840 and the ten digits. */
public final class Npi {
    private static final int SUM_OF_PREFIX = 24;
    private static final int LENGTH = 10;

    private Npi() {}

    /** True for ten digits of which the last one checks the others. */
    public static boolean valid(String npi) {
        if (npi.length() != LENGTH) {
            return false;
        }
        int sum = SUM_OF_PREFIX;
        for (int i = 0; i < LENGTH; i++) {
            int digit = npi.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += i % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return sum % 10 == 0;
    }
}
