package org.plainclaim.x12.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SyntaxError;

/** A notice in the making. */
final class NoticeDraft {
    /** A notice has to fit into memory, whoever sent it. */
    private static final int MOST_SEGMENTS = 20_000;

    private final StatusNotice.Level level;
    private final StatusContext context;
    private final @Nullable NamedParty patient;
    private final @Nullable NamedParty subscriber;
    private String trace = "";
    private final List<Status> statuses = new ArrayList<>(2);
    private final List<Reference> references = new ArrayList<>(3);
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private final List<LineStatus> lines = new ArrayList<>(2);
    private @Nullable Line line;
    private int segments;

    private static final class Line {
        private final Procedure procedure;
        private final BigDecimal charge;
        private String control = "";
        private @Nullable LocalDate from;
        private @Nullable LocalDate to;
        private final List<Status> statuses = new ArrayList<>(2);

        private Line(Said svc) {
            Procedure first = svc.procedure(1);
            procedure = first == null ? new Procedure("", "", List.of()) : first;
            charge = svc.amount(2);
        }

        private LineStatus made() {
            return new LineStatus(procedure, charge, control, from, to, statuses);
        }
    }

    NoticeDraft(
            StatusNotice.Level level,
            StatusContext context,
            @Nullable NamedParty patient,
            @Nullable NamedParty subscriber) {
        this.level = level;
        this.context = context;
        this.patient = patient;
        this.subscriber = subscriber;
    }

    /** Takes a segment of the notice; false if it is none. */
    boolean take(String id, Said said) {
        if (++segments > MOST_SEGMENTS) {
            if (segments == MOST_SEGMENTS + 1) {
                said.wrong("the notice has more than " + MOST_SEGMENTS + " segments", SyntaxError.SEGMENT_TOO_OFTEN);
            }
            return true;
        }
        switch (id) {
            case "TRN" -> trace = said.text(2);
            case "STC" -> (line == null ? statuses : line.statuses).add(status(said));
            case "REF" -> reference(said);
            case "DTP" -> date(said);
            case "SVC" -> {
                endLine();
                line = new Line(said);
            }
            case "QTY", "AMT", "DMG", "N1", "N3", "N4", "PER" -> {
                // totals are those of the notices; addresses and contacts decide nothing
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Status status(Said stc) {
        List<StatusCode> codes = new ArrayList<>(1);
        for (int element : new int[] {1, 10, 11}) {
            if (!stc.text(element, 1).isEmpty()) {
                codes.add(new StatusCode(stc.text(element, 1), stc.text(element, 2), stc.text(element, 3)));
            }
        }
        if (codes.isEmpty()) {
            stc.wrong(1, "has to be a status");
        }
        return new Status(
                codes,
                stc.date(2),
                stc.text(3),
                stc.optionalAmount(4),
                stc.optionalAmount(5),
                stc.date(8),
                stc.text(9),
                stc.text(12));
    }

    private void reference(Said ref) {
        if (line != null && ref.text(1).equals("FJ")) {
            line.control = ref.text(2);
        } else if (line == null) {
            references.add(new Reference(ref.text(1), ref.text(2)));
        }
    }

    /** DTP*472 with a day (D8) or a span (RD8). */
    private void date(Said dtp) {
        if (!dtp.text(1).equals("472")) {
            return;
        }
        LocalDate first = dtp.dateOfRange(3, false);
        LocalDate last = dtp.text(2).equals("RD8") ? dtp.dateOfRange(3, true) : null;
        if (line == null) {
            from = first;
            to = last;
        } else {
            line.from = first;
            line.to = last;
        }
    }

    private void endLine() {
        if (line != null) {
            lines.add(line.made());
        }
        line = null;
    }

    /** True if anything was said. */
    boolean says() {
        return level == StatusNotice.Level.CLAIM || !statuses.isEmpty();
    }

    StatusNotice made() {
        endLine();
        return new StatusNotice(level, context, patient, subscriber, trace, statuses, references, from, to, lines);
    }
}
