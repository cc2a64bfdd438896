package org.plainclaim.x12.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.SegmentOutput;

/** Segments that the status transactions share. */
final class StatusParts {
    private StatusParts() {}

    static String day(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    static void status(SegmentOutput out, Status status) {
        LocalDate date = status.date();
        LocalDate paidOn = status.paidOn();
        out.segment(
                "STC",
                code(status.codes(), 0),
                date == null ? "" : day(date),
                status.action(),
                amount(status.charge()),
                amount(status.paid()),
                "",
                "",
                paidOn == null ? "" : day(paidOn),
                status.trace(),
                code(status.codes(), 1),
                code(status.codes(), 2),
                status.message());
    }

    private static String code(List<StatusCode> codes, int at) {
        if (at >= codes.size()) {
            return "";
        }
        StatusCode code = codes.get(at);
        return SegmentOutput.composite(code.category(), code.code(), code.entity());
    }

    static String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : Money.text(amount);
    }

    /** The dates of service: a day, or a span. */
    static void service(SegmentOutput out, @Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to == null) {
            out.segment("DTP", "472", "D8", day(from));
        } else if (from != null && to != null) {
            out.segment("DTP", "472", "RD8", day(from) + "-" + day(to));
        }
    }

    static String procedure(Procedure procedure) {
        List<String> parts = new ArrayList<>(List.of(procedure.qualifier(), procedure.code()));
        parts.addAll(procedure.modifiers());
        return SegmentOutput.composite(parts.toArray(String[]::new));
    }
}
