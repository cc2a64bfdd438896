package org.plainclaim.simulator;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.InterchangeContents;

/**
 * To whom a simulated payer answers, and when.
 *
 * @param payer ISA06 of its answers
 * @param partner ISA08 of its answers
 * @param production as in the file that is answered
 * @param at when it answers
 * @param memory gives out control numbers
 */
record Envelope(String payer, String partner, boolean production, LocalDateTime at, PayerMemory memory) {
    static Envelope answering(InterchangeContents contents, LocalDateTime at, PayerMemory memory) {
        return new Envelope(contents.receiver().strip(), contents.sender().strip(), contents.production(), at, memory);
    }

    /** The envelope of the next file. */
    Interchange next() {
        return new Interchange(payer, partner, at, memory.nextNumber(), production);
    }

    LocalDate day() {
        return at.toLocalDate();
    }
}
