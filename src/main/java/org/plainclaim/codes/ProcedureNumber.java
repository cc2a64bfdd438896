package org.plainclaim.codes;

/** A procedure code of five letters and digits as a number, so that millions of them are small. */
public final class ProcedureNumber {
    private static final int LENGTH = 5;
    private static final int BASE = 36;

    private ProcedureNumber() {}

    /** The number of a code, in the order of the codes; -1 if it is not five capital letters and digits. */
    public static int of(String code) {
        if (code.length() != LENGTH) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < LENGTH; i++) {
            char letter = code.charAt(i);
            boolean digit = letter >= '0' && letter <= '9';
            if (!digit && (letter < 'A' || letter > 'Z')) {
                return -1;
            }
            number = number * BASE + (digit ? letter - '0' : letter - 'A' + 10);
        }
        return number;
    }

    /** The code of a number. */
    public static String code(int number) {
        char[] code = new char[LENGTH];
        int rest = number;
        for (int i = LENGTH - 1; i >= 0; i--) {
            int letter = rest % BASE;
            code[i] = (char) (letter < 10 ? '0' + letter : 'A' + letter - 10);
            rest /= BASE;
        }
        return new String(code);
    }
}
