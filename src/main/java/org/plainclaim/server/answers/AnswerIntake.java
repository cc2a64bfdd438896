package org.plainclaim.server.answers;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.transport.Channel;
import org.plainclaim.transport.RefusedFile;
import org.plainclaim.transport.RefusedFileException;
import org.plainclaim.x12.SegmentFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files of payers and applies each once.
 *
 * <p>The bytes are kept first, in a transaction of their own, and only then is the partner told that the file was taken;
 * what is applied is noted in the transaction that applies it. So a crash at any moment loses nothing and applies nothing
 * twice, and two nodes can run at the same time.
 */
public final class AnswerIntake {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerIntake.class);

    private final Services services;
    private final RemittanceRun remittances;
    private final StatusRun statuses;
    private final AcknowledgmentRun acknowledgments;
    private final ClaimPosting claims;

    /** Whoever applies a file holds one of these: a long file takes longer than it takes until somebody looks again. */
    private final List<Lock> busy =
            Stream.generate(() -> (Lock) new ReentrantLock()).limit(64).toList();

    AnswerIntake(Services services) {
        this(services, RemittanceRun.STEP);
    }

    /** One that posts so many claims of a payment together. */
    AnswerIntake(Services services, int step) {
        this.services = services;
        this.remittances = new RemittanceRun(services, step);
        this.statuses = new StatusRun(services);
        this.acknowledgments = new AcknowledgmentRun(services);
        this.claims = new ClaimPosting(services);
    }

    /** Keeps the bytes of a file; the answer is what it is known by, the same for the same bytes. */
    String receive(String partner, String name, InputStream file) throws IOException {
        AtomicBoolean begun = new AtomicBoolean();
        try {
            return services.together(() -> {
                if (begun.getAndSet(true)) {
                    // a stream can not be read again: the next run takes the file
                    throw new UncheckedFault(new IOException("another node took the same file at the same moment"));
                }
                return keep(partner, name, file);
            });
        } catch (UncheckedFault fault) {
            throw fault.cause;
        }
    }

    private String keep(String partner, String name, InputStream file) {
        try {
            return services.tables().files().keep(file, partner, name);
        } catch (IOException e) {
            throw new UncheckedFault(e);
        }
    }

    /** Carries a failed stream out of a transaction. */
    private static final class UncheckedFault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final IOException cause;

        private UncheckedFault(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    /** Takes over what waits at a partner, applies it, and tries again what waits here. */
    public void run(String partner, Channel channel) throws IOException {
        List<RefusedFile> refused = new ArrayList<>();
        for (String name : channel.waiting()) {
            try (InputStream file = channel.open(name)) {
                receive(partner, name, file);
                channel.taken(name);
            } catch (RefusedFileException never) {
                refused.add(new RefusedFile(name, String.valueOf(never.getMessage())));
            }
        }
        refused.addAll(channel.refused());
        if (!refused.isEmpty()) {
            services.together(() -> {
                refused.forEach(file -> services.work()
                        .refused(
                                "partner/" + partner + "/file/" + AnswerFiles.digest(file.name()),
                                file.why(),
                                AnswerReport.DAMAGED));
                return true;
            });
        }
        applyAll();
        for (String digest : services.tables().files().owing(partner)) {
            Optional<byte[]> owed = services.tables().files().acknowledgment(digest);
            if (owed.isPresent()) {
                acknowledge(channel, digest, owed.get());
            }
        }
    }

    /** What the partner refuses for good is not offered again; somebody has to tell it. */
    private void acknowledge(Channel channel, String digest, byte[] owed) throws IOException {
        try {
            channel.put("999-" + digest.substring(0, 16) + ".x12", owed);
        } catch (RefusedFileException never) {
            services.together(() -> {
                services.work().notTaken("file/" + digest + "/acknowledgment", String.valueOf(never.getMessage()));
                return true;
            });
        }
        services.tables().files().acknowledged(digest);
    }

    /** Applies every file that was received and is not applied yet, then what waits to be known. */
    public void applyAll() {
        for (AnswerFile file : services.tables().files().received()) {
            try {
                apply(file);
            } catch (RemittanceStep.OvertakenException e) {
                LOG.debug("Another node applies the file {}", file.digest());
            } catch (IOException | RuntimeException e) {
                LOG.warn(
                        "The file {} is not applied yet: {}",
                        file.digest(),
                        e.getClass().getSimpleName());
                stuck(file);
            }
        }
        applyParked();
    }

    /** It is tried again with the next run; until then somebody can see that it waits. */
    private void stuck(AnswerFile file) {
        try {
            services.together(() -> {
                services.work().stuck("file/" + file.digest() + "/stuck");
                return true;
            });
        } catch (RuntimeException e) {
            LOG.warn("That it waits can not be said: {}", e.getClass().getSimpleName());
        }
    }

    /**
     * Applies a file, as far as it is not applied.
     *
     * <p>It is read twice: to see what is wrong with it, and to apply what is whole and see what is owed for the rest.
     *
     * @throws RemittanceStep.OvertakenException if somebody else was at it, who has applied it by now
     */
    AnswerReport apply(AnswerFile file) throws IOException {
        Lock lock = busy.get(Math.floorMod(file.digest().hashCode(), busy.size()));
        lock.lock();
        try {
            AnswerFile now = services.tables().files().find(file.digest()).orElseThrow();
            if (now.state() != AnswerFile.State.RECEIVED) {
                throw new RemittanceStep.OvertakenException();
            }
            return applied(now);
        } finally {
            lock.unlock();
        }
    }

    private AnswerReport applied(AnswerFile file) throws IOException {
        AnswerReport report = new AnswerReport();
        FirstReading first;
        try (InputStream in = services.tables().files().open(file.digest())) {
            first = FirstReading.of(in);
        }
        Optional<String> objection = services.addressee().objection(file.partner(), first);
        if (objection.isPresent()) {
            // nothing is owed for it: whoever acknowledged it would do so in somebody else's name
            report.setAside(objection.get());
            end(file, AnswerFile.State.ASIDE, report, null);
            return report;
        }
        List<SegmentFeed.Sink> second = new ArrayList<>();
        if (first.faults().isEmpty()) {
            second.addAll(applying(file, first, report));
        } else {
            first.faults().forEach(fault -> report.refuse(RemittanceRun.said(fault)));
        }
        if (!report.refused().isEmpty()) {
            first.review().read(() -> services.tables().files().open(file.digest()), first.unread());
            second.add(first.review().segments());
        }
        if (!second.isEmpty()) {
            try (InputStream in = services.tables().files().open(file.digest())) {
                SegmentFeed.read(in, SegmentFeed.each(second));
            }
        }
        byte[] owed = report.refused().isEmpty()
                ? null
                : services.owed().of(first, report.refusedTransactions()).orElse(null);
        end(file, report.nothing() ? AnswerFile.State.REFUSED : AnswerFile.State.APPLIED, report, owed);
        return report;
    }

    /** Applies what is read otherwise; the answer applies the rest when it is handed the segments. */
    private List<SegmentFeed.Sink> applying(AnswerFile file, FirstReading first, AnswerReport report)
            throws IOException {
        Set<String> kinds = first.kinds();
        first.strangers(services.others()).forEach(report::refuse);
        if (kinds.contains("999") || kinds.contains("TA1")) {
            acknowledgments.apply(file, first.acknowledgments(), report);
        }
        List<SegmentFeed.Sink> second = new ArrayList<>();
        if (kinds.contains("277")) {
            statuses.second(file, first.statuses(), report).ifPresent(second::add);
        }
        if (kinds.contains("835")) {
            remittances.second(file, first.remittances(), report).ifPresent(second::add);
        }
        for (OtherAnswers other : services.others()) {
            if (kinds.contains(other.kind())) {
                OtherAnswers.Applied applied = other.apply(
                        file.partner(), () -> services.tables().files().open(file.digest()));
                report.add(new AnswerReport.Counts(applied.known(), applied.unknown()));
                applied.refused().forEach(report::refuse);
            }
        }
        return second;
    }

    private void end(AnswerFile file, AnswerFile.State state, AnswerReport report, byte @Nullable [] owed) {
        String refused = "file/" + file.digest();
        services.together(() -> {
            boolean ended = services.tables().files().end(file.digest(), state, report.text(), owed);
            services.work().settle(refused + "/stuck", "The file is applied now.");
            if (report.refused().isEmpty()) {
                services.work().settle(refused, "The file is applied now.");
            } else if (ended) {
                services.work().refused(refused, report.refused().get(0), report.advice());
            }
            return ended;
        });
    }

    /** Parts of files whose claims became known since. */
    void applyParked() {
        Map<String, List<Parking.Part>> ready = new LinkedHashMap<>();
        for (Parking.Part part : services.tables().parking().all()) {
            if (known(part)) {
                ready.computeIfAbsent(part.digest() + " " + part.kind(), key -> new ArrayList<>())
                        .add(part);
            }
        }
        for (List<Parking.Part> parts : ready.values()) {
            Parking.Part first = parts.get(0);
            try {
                applyLate(first, parts);
            } catch (IOException | RuntimeException e) {
                LOG.warn("Parts of {} wait on: {}", first.digest(), e.getClass().getSimpleName());
            }
        }
    }

    private boolean known(Parking.Part part) {
        SentLog sent = services.sent();
        String number = part.number();
        return switch (part.kind()) {
            case "999" -> !sent.in(new SentTransaction(number, part.submitted(), ""))
                    .isEmpty();
            case Parking.STATUS_OF_MANY -> !sent.in(SentTransaction.of(number, part.submitted()))
                    .isEmpty();
            default -> claims.known(part);
        };
    }

    private void applyLate(Parking.Part first, List<Parking.Part> parts) throws IOException {
        AnswerFile file = services.tables().files().find(first.digest()).orElseThrow();
        switch (first.kind()) {
            case "835" -> remittances.applyLate(first.digest(), parts);
            case Parking.STATUS, Parking.STATUS_OF_MANY -> statuses.applyLate(file, parts);
            default -> acknowledgments.applyLate(file, parts);
        }
    }
}
