package org.plainclaim.server.answers;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.transport.Channel;
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
    private final ClaimPosting claims;

    AnswerIntake(Services services) {
        this.services = services;
        this.remittances = new RemittanceRun(services);
        this.statuses = new StatusRun(services);
        this.claims = new ClaimPosting(services);
    }

    /** Keeps the bytes of a file; the answer is what it is known by, the same for the same bytes. */
    String receive(String partner, String name, InputStream file) throws IOException {
        try {
            return services.together(() -> keep(partner, name, file));
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
        for (String name : channel.waiting()) {
            try (InputStream file = channel.open(name)) {
                receive(partner, name, file);
            }
            channel.taken(name);
        }
        applyAll();
    }

    /** Applies every file that was received and is not applied yet, then what waits to be known. */
    public void applyAll() {
        for (AnswerFile file : services.tables().files().received()) {
            try {
                apply(file);
            } catch (RemittanceStep.OvertakenException e) {
                LOG.debug("Another node applies the file {}", file.digest());
            } catch (IOException | RuntimeException e) {
                LOG.warn("The file {} is not applied yet: {}", file.digest(), e.getClass().getSimpleName());
            }
        }
        applyParked();
    }

    /** Applies a file, as far as it is not applied. */
    AnswerReport apply(AnswerFile file) throws IOException {
        AnswerReport report = new AnswerReport();
        Contents contents;
        try (InputStream in = services.tables().files().open(file.digest())) {
            contents = Contents.of(in);
        }
        if (!contents.faults().isEmpty()) {
            contents.faults().forEach(fault -> report.refuse(RemittanceRun.said(fault)));
        } else {
            apply(file, contents.kinds(), report);
        }
        end(file, report);
        return report;
    }

    private void apply(AnswerFile file, Set<String> kinds, AnswerReport report) throws IOException {
        Set<String> strangers = new TreeSet<>(kinds);
        strangers.removeAll(Contents.KNOWN);
        strangers.forEach(kind -> report.refuse("transaction set " + cut(kind) + " is no answer that is read here"));
        if (kinds.contains("277")) {
            statuses.apply(file, report);
        }
        if (kinds.contains("835")) {
            remittances.apply(file, report);
        }
    }

    private static String cut(String kind) {
        return kind.length() > 3 ? kind.substring(0, 3) : kind;
    }

    private void end(AnswerFile file, AnswerReport report) {
        services.together(() -> {
            AnswerFile.State state = report.nothing() ? AnswerFile.State.REFUSED : AnswerFile.State.APPLIED;
            boolean first = services.tables().files().end(file.digest(), state, report.text());
            if (first && !report.refused().isEmpty()) {
                services.work().refused("file/" + file.digest(), report.refused().get(0));
            }
            return first;
        });
    }

    /** Parts of files whose claims became known since. */
    void applyParked() {
        Map<String, List<Parking.Part>> ready = new LinkedHashMap<>();
        for (Parking.Part part : services.tables().parking().all()) {
            if (claims.known(part)) {
                ready.computeIfAbsent(part.digest() + " " + part.kind(), key -> new ArrayList<>())
                        .add(part);
            }
        }
        for (List<Parking.Part> parts : ready.values()) {
            Parking.Part first = parts.get(0);
            try {
                if (first.kind().equals("835")) {
                    remittances.applyLate(first.digest(), parts);
                } else {
                    statuses.applyLate(first.digest(), parts);
                }
            } catch (IOException | RuntimeException e) {
                LOG.warn("Parts of {} wait on: {}", first.digest(), e.getClass().getSimpleName());
            }
        }
    }
}
