package org.plainclaim.x12.acknowledgment;

/**
 * What became of an interchange (TA1).
 *
 * @param control its ISA13
 * @param date its ISA09, such as 260302
 * @param time its ISA10, such as 0930
 * @param disposition whether it was taken
 * @param note why not (TA105); {@value #NO_ERROR} if nothing is wrong
 */
public record InterchangeAcknowledgment(
        String control, String date, String time, Disposition disposition, String note) {
    /** Nothing is wrong. */
    public static final String NO_ERROR = "000";
}
