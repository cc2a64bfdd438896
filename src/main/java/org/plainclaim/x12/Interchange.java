package org.plainclaim.x12;

import java.time.LocalDateTime;

/**
 * The envelope of a file that we write.
 *
 * @param sender ISA06 and GS02
 * @param receiver ISA08 and GS03
 * @param at when it was made
 * @param control control number, at most nine digits
 * @param production false for a file to try out
 */
public record Interchange(String sender, String receiver, LocalDateTime at, long control, boolean production) {}
