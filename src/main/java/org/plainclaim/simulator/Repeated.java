package org.plainclaim.simulator;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.plainclaim.x12.acknowledgment.Acknowledgments;
import org.plainclaim.x12.acknowledgment.Disposition;
import org.plainclaim.x12.acknowledgment.InterchangeAcknowledgment;

/** The answer to an interchange whose control number came before. */
final class Repeated {
    /** TA105: duplicate interchange control number. */
    private static final String NOTE = "025";

    private Repeated() {}

    static Acknowledgments acknowledgment(String control, LocalDateTime at) {
        InterchangeAcknowledgment refused = new InterchangeAcknowledgment(
                control,
                at.format(DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT)),
                at.format(DateTimeFormatter.ofPattern("HHmm", Locale.ROOT)),
                Disposition.REJECTED,
                NOTE);
        return new Acknowledgments(true, List.of(refused), List.of());
    }
}
