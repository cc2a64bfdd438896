package org.plainclaim.x12;

import java.nio.charset.StandardCharsets;

/** Whether a file begins and ends like interchanges do; nothing between is looked at. */
public final class InterchangeEnds {
    /** How many bytes of the beginning and of the end are needed. */
    public static final int NEEDED = 256;

    private static final int HEADER = 106;

    private InterchangeEnds() {}

    /**
     * True if the file begins with ISA and its last segment is a whole IEA.
     *
     * @param beginning its first {@value #NEEDED} bytes, or all if it has less
     * @param end its last {@value #NEEDED} bytes, or all
     */
    public static boolean whole(byte[] beginning, byte[] end) {
        String first = new String(beginning, StandardCharsets.ISO_8859_1);
        if (first.length() < HEADER || !first.startsWith("ISA")) {
            return false;
        }
        char terminator = first.charAt(HEADER - 1);
        String last = new String(end, StandardCharsets.ISO_8859_1);
        int length = last.length();
        while (length > 0 && last.charAt(length - 1) <= ' ' && last.charAt(length - 1) != terminator) {
            length--;
        }
        if (length == 0 || last.charAt(length - 1) != terminator) {
            return false;
        }
        int before = last.lastIndexOf(terminator, length - 2);
        return last.substring(before + 1, length).strip().startsWith("IEA" + first.charAt(3));
    }
}
