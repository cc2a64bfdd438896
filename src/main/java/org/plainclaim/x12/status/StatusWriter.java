package org.plainclaim.x12.status;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.SegmentOutput;

/** Writes 277CA and 277 files, for the payer simulator and for tests: a method for each loop, in order. */
public final class StatusWriter {
    private final SegmentOutput out;
    private final StatusHeader header;
    private final Levels levels;
    private StatusContext last = new StatusContext(NOBODY, NOBODY, null);

    private static final NamedParty NOBODY = new NamedParty("", "", "", "", "", "");

    private StatusWriter(SegmentOutput out, StatusHeader header) {
        this.out = out;
        this.header = header;
        this.levels = new Levels(out);
    }

    /**
     * One file with one transaction.
     *
     * @param notices in order: what is said of the receiver, then of each provider, then of its claims
     * @throws IllegalArgumentException if a 277CA says nothing of all claims; nothing is written then
     */
    public static void write(
            OutputStream file, Interchange interchange, StatusHeader header, List<StatusNotice> notices) {
        if (header.kind() == StatusKind.ACKNOWLEDGMENT
                && (notices.isEmpty() || notices.get(0).level() != StatusNotice.Level.RECEIVER)) {
            throw new IllegalArgumentException("a 277CA begins with what is said of all claims (2200B)");
        }
        SegmentOutput out =
                new SegmentOutput(file, interchange, "HN", header.kind().version());
        StatusWriter writer = new StatusWriter(out, header);
        out.begin("277", header.kind().version());
        out.segment(
                "BHT",
                header.kind().structure(),
                header.kind().purpose(),
                header.reference(),
                StatusParts.day(header.created()),
                header.time(),
                header.kind().type());
        for (int i = 0; i < notices.size(); i++) {
            writer.notice(notices, i);
        }
        out.end();
        out.close();
    }

    private void notice(List<StatusNotice> notices, int at) {
        StatusNotice notice = notices.get(at);
        StatusContext context = notice.context();
        boolean newPayer = !context.payer().equals(last.payer());
        if (newPayer) {
            payer(context.payer());
        }
        boolean newReceiver = newPayer || !context.receiver().equals(last.receiver());
        if (newReceiver) {
            boolean children = below(notices, at, StatusNotice.Level.RECEIVER);
            levels.receiver(context.receiver(), children);
        }
        NamedParty provider = context.provider();
        if (provider != null && (newReceiver || !provider.equals(last.provider()))) {
            levels.provider(provider, below(notices, at, StatusNotice.Level.PROVIDER));
            silentProvider(notice);
        }
        last = context;
        switch (notice.level()) {
            case RECEIVER -> ofAll(notice, notices);
            case PROVIDER -> ofAll(notice, List.of());
            case CLAIM -> claim(notices, at);
        }
    }

    /** True if the level has something below it: a notice of a provider is none of the receiver's own. */
    private static boolean below(List<StatusNotice> notices, int at, StatusNotice.Level level) {
        if (notices.get(at).level().compareTo(level) > 0) {
            return true;
        }
        return at + 1 < notices.size()
                && notices.get(at + 1).level().compareTo(level) > 0
                && notices.get(at + 1)
                        .context()
                        .receiver()
                        .equals(notices.get(at).context().receiver());
    }

    /** Loop 2000A: a 277CA says when the claims came in. */
    private void payer(NamedParty payer) {
        levels.payer(payer);
        if (header.kind() == StatusKind.ACKNOWLEDGMENT) {
            out.segment("TRN", "1", header.payerTrace());
            day("050", header.received());
            day("009", header.processed());
        }
    }

    /** Loop 2200C has to stand there, also when nothing is said of all claims of the provider: then as zero. */
    private void silentProvider(StatusNotice first) {
        if (header.kind() == StatusKind.ACKNOWLEDGMENT && first.level() == StatusNotice.Level.CLAIM) {
            out.segment("TRN", "1", "0");
        }
    }

    private void day(String qualifier, @Nullable LocalDate date) {
        if (date != null) {
            out.segment("DTP", qualifier, "D8", StatusParts.day(Objects.requireNonNull(date)));
        }
    }

    /** Loops 2200B and 2200C: what holds for all claims, with their count and sum. */
    private void ofAll(StatusNotice notice, List<StatusNotice> counted) {
        boolean receiver = notice.level() == StatusNotice.Level.RECEIVER;
        out.segment("TRN", receiver ? "2" : "1", notice.trace());
        notice.statuses().forEach(status -> StatusParts.status(out, status));
        if (receiver && header.kind() == StatusKind.ACKNOWLEDGMENT) {
            totals(counted);
        }
    }

    /** Counts before sums, what was accepted before what was not; nothing is said of none. */
    private void totals(List<StatusNotice> notices) {
        List<BigDecimal> accepted = charges(notices, "WQ");
        List<BigDecimal> rejected = charges(notices, "U");
        if (!accepted.isEmpty()) {
            out.segment("QTY", "90", Integer.toString(accepted.size()));
        }
        if (!rejected.isEmpty()) {
            out.segment("QTY", "AA", Integer.toString(rejected.size()));
        }
        if (!accepted.isEmpty()) {
            out.segment("AMT", "YU", Money.text(accepted.stream().reduce(Money.ZERO, BigDecimal::add)));
        }
        if (!rejected.isEmpty()) {
            out.segment("AMT", "YY", Money.text(rejected.stream().reduce(Money.ZERO, BigDecimal::add)));
        }
    }

    /** What was charged for the claims of an action; the first status of a claim decides. */
    private static List<BigDecimal> charges(List<StatusNotice> notices, String action) {
        return notices.stream()
                .filter(notice -> notice.level() == StatusNotice.Level.CLAIM)
                .flatMap(notice -> notice.statuses().stream().limit(1))
                .filter(status -> status.action().equals(action))
                .map(status -> Objects.requireNonNullElse(status.charge(), Money.ZERO))
                .toList();
    }

    /** Loops 2000D and 2000E. */
    private void claim(List<StatusNotice> notices, int at) {
        StatusNotice notice = notices.get(at);
        NamedParty patient = Objects.requireNonNull(notice.patient(), "a notice of a claim names the patient");
        NamedParty subscriber = notice.subscriber();
        if (header.kind() == StatusKind.ACKNOWLEDGMENT) {
            levels.patient();
        } else {
            levels.subscriber(subscriber != null);
            if (subscriber != null) {
                levels.named(subscriber);
                levels.dependent();
            }
        }
        levels.named(patient);
        out.segment("TRN", "2", notice.trace());
        notice.statuses().forEach(status -> StatusParts.status(out, status));
        notice.references().forEach(reference -> out.segment("REF", reference.qualifier(), reference.value()));
        StatusParts.service(out, notice.from(), notice.to());
        notice.lines().forEach(this::line);
    }

    /** Loops 2220D and 2220E. */
    private void line(LineStatus line) {
        out.segment("SVC", StatusParts.procedure(line.procedure()), Money.text(line.charge()));
        line.statuses().forEach(status -> StatusParts.status(out, status));
        if (!line.control().isEmpty()) {
            out.segment("REF", "FJ", line.control());
        }
        StatusParts.service(out, line.from(), line.to());
    }
}
