package org.plainclaim.server.answers;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.status.Status;
import org.plainclaim.x12.status.StatusCode;
import org.plainclaim.x12.status.StatusContext;
import org.plainclaim.x12.status.StatusHeader;
import org.plainclaim.x12.status.StatusKind;
import org.plainclaim.x12.status.StatusNotice;
import org.plainclaim.x12.status.StatusWriter;

/** Acknowledgments (277CA) that speak of all claims of a transaction, or of a provider in it. */
final class WholeRejection {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final String OUR_NPI = "1245319599";

    private WholeRejection() {}

    /** The file of a payer that rejects all of a transaction: its receiver is not known. */
    static byte[] of(Practice practice, long control) {
        return acknowledgment(practice, of(practice, control, StatusNotice.Level.RECEIVER, "A3", "24", "41"));
    }

    static byte[] acknowledgment(Practice practice, StatusNotice... notices) {
        StatusHeader header = new StatusHeader(
                StatusKind.ACKNOWLEDGMENT, "B1", DAY, "1130", "P1", DAY, DAY, new Controls("", "", "", ""));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatusWriter.write(out, practice.interchange(Practice.nextControl()), header, List.of(notices));
        return out.toByteArray();
    }

    static StatusNotice of(Practice practice, long control, StatusNotice.Level level, String... code) {
        NamedParty payer = new NamedParty("PR", "2", "A PAYER", "", "PI", practice.payer);
        NamedParty receiver = new NamedParty("41", "2", "A PRACTICE", "", "46", "US");
        NamedParty biller = new NamedParty("85", "2", "GOOD PRACTICE", "", "XX", OUR_NPI);
        boolean provider = level == StatusNotice.Level.PROVIDER;
        Status status = new Status(
                List.of(new StatusCode(code[0], code[1], code[2])),
                DAY,
                code[0].equals("A1") ? "WQ" : "U",
                new BigDecimal("300.00"),
                null,
                null,
                "",
                "");
        return new StatusNotice(
                level,
                new StatusContext(payer, receiver, provider ? biller : null),
                null,
                null,
                provider ? "0" : control + "-0001",
                List.of(status),
                List.of(),
                null,
                null,
                List.of());
    }
}
