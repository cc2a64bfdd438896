package org.plainclaim.x12;

import java.time.LocalDateTime;

/**
 * The envelope of a file that we write.
 *
 * @param sender ISA06 and GS02
 * @param receiver ISA08 and GS03
 * @param at when it was made
 * @param control control number (ISA13), at most nine digits
 * @param production false for a file to try out
 * @param group control number of the group (GS06), at most nine digits
 * @param transaction control number of the first transaction (ST02), at most nine digits; the next ones count on
 */
public record Interchange(
        String sender,
        String receiver,
        LocalDateTime at,
        long control,
        boolean production,
        long group,
        long transaction) {
    /** One whose group has the number of the interchange, and whose transactions are counted from 1. */
    public Interchange(String sender, String receiver, LocalDateTime at, long control, boolean production) {
        this(sender, receiver, at, control, production, control, 1);
    }
}
