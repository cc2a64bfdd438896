package org.plainclaim.eligibility;

/** The form of a Medicare beneficiary identifier, as CMS publishes it. */
public final class MedicareNumber {
    /** C a digit but zero, N a digit, A a letter but S, L, O, I, B and Z, X either. */
    private static final String FORM = "CAXNAXNAANN";

    private static final String NOT_USED = "SLOIBZ";

    private MedicareNumber() {}

    /** True if the number has the form; dashes do not count. */
    public static boolean fits(String number) {
        String plain = number.replace("-", "");
        if (plain.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < plain.length(); i++) {
            if (!fits(FORM.charAt(i), plain.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(char kind, char c) {
        boolean digit = c >= '0' && c <= '9';
        boolean letter = c >= 'A' && c <= 'Z' && NOT_USED.indexOf(c) < 0;
        return switch (kind) {
            case 'C' -> digit && c != '0';
            case 'N' -> digit;
            case 'A' -> letter;
            default -> digit || letter;
        };
    }
}
