package org.plainclaim.server.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.Agent;
import org.plainclaim.audit.Checkpoint;
import org.plainclaim.audit.Decision;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.Head;
import org.plainclaim.audit.Interaction;
import org.plainclaim.audit.SigningKey;
import org.plainclaim.server.store.OrderlyStop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the heads of all chains into this node's chain, every few seconds while something happens.
 *
 * <p>Own heads are those that this process stored itself, so that a row which vanished while it runs is noticed at once.
 */
public final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final int SECONDS = 10;

    private final AuditTrail trail;
    private final AuditTable table;
    private final @Nullable SigningKey key;
    private final Clock clock;
    private final Supplier<String> release;
    private String knownRelease = "";
    private final Map<String, Long> told = new HashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "audit-checkpoints");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * What a checkpoint says.
     *
     * @param key signs it; null if nothing is signed
     * @param release digest of the rules and codes as of now
     * @param clock dates it
     */
    record Saying(@Nullable SigningKey key, Supplier<String> release, Clock clock) {}

    Checkpoints(AuditTrail trail, AuditTable table, Saying saying) {
        this.trail = trail;
        this.table = table;
        this.key = saying.key();
        this.release = saying.release();
        this.clock = saying.clock();
    }

    /** Says that the program started, holding the ends of all chains of earlier runs and other nodes, and goes on from there. */
    public void start() {
        knownRelease = release.get();
        trail.record(application("started"));
        write(table.ends());
        var unused = executor.scheduleWithFixedDelay(this::writeIfChanged, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Says that the program stops. */
    @Override
    public void close() {
        OrderlyStop.of(executor);
        try {
            executor.awaitTermination(5, TimeUnit.SECONDS);
            trail.record(application("stopped"));
            write(List.of());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "The end of this run is not in the audit trail: {}",
                    failure.getClass().getName());
        }
    }

    private void writeIfChanged() {
        try {
            tellRelease();
            List<Head> others = changedOthers();
            boolean own = trail.chains().heads().stream().anyMatch(head -> head.sequence() > told(head) + 1);
            if (own || !others.isEmpty()) {
                write(others);
            }
        } catch (RuntimeException failure) {
            LOG.warn(
                    "No checkpoint of the audit trail in this round: {}",
                    failure.getClass().getName());
        }
    }

    /** A release that was loaded while the program runs. */
    private void tellRelease() {
        String now = release.get();
        if (!now.equals(knownRelease)) {
            Map<String, String> details = Map.of("release", now, "before", knownRelease);
            trail.record(Entry.decision(
                    clock.instant(), Agent.SYSTEM, new Decision("release-loaded", "", "", List.of(), details)));
            knownRelease = now;
        }
    }

    /** What a checkpoint itself adds is no news, else two nodes would answer each other for ever. */
    private long told(Head head) {
        return told.getOrDefault(head.chain(), 0L);
    }

    private synchronized void write(List<Head> others) {
        Map<String, Head> heads = new TreeMap<>();
        others.forEach(head -> heads.put(head.chain(), head));
        List<Head> own = trail.chains().heads();
        own.forEach(head -> heads.put(head.chain(), head));
        missed(own);
        List<Head> news = heads.values().stream()
                .filter(head -> head.sequence() > told(head))
                .toList();
        trail.record(
                Checkpoint.of(trail.chains().node(), clock.instant(), news, key).entry());
        news.forEach(head -> told.put(head.chain(), head.sequence()));
        keep(trail.chains().heads());
    }

    /** Rows that this process stored and that are not there any more. */
    private void missed(List<Head> own) {
        Map<Head, String> hashes = table.hashes(own);
        for (Head head : own) {
            if (!head.hash().equals(hashes.get(head))) {
                LOG.error(
                        "The audit trail was tampered with: entry {} of chain {} is not as it was stored",
                        head.sequence(),
                        head.chain());
            }
        }
    }

    private List<Head> changedOthers() {
        List<Head> changed = new ArrayList<>();
        String own = trail.chains().node() + "-";
        table.query("select chain, sequence, hash from plainclaim_audit_head", List.of(), row -> {
            Head head = new Head(row.getString(1), row.getLong(2), row.getString(3));
            if (!head.chain().startsWith(own) && head.sequence() > told(head) + 1) {
                changed.add(head);
            }
        });
        return changed;
    }

    /** For the other nodes to see. */
    private void keep(List<Head> heads) {
        DataSource source = trail.source();
        try (Connection connection = source.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update plainclaim_audit_head set sequence = ?, hash = ?, changed = ? where chain = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into plainclaim_audit_head (sequence, hash, changed, chain) values (?, ?, ?, ?)")) {
            for (Head head : heads) {
                if (set(update, head) == 0) {
                    set(insert, head);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The heads of the audit trail can not be kept.", failure);
        }
    }

    private int set(PreparedStatement statement, Head head) throws SQLException {
        statement.setLong(1, head.sequence());
        statement.setString(2, head.hash());
        statement.setLong(3, clock.millis());
        statement.setString(4, head.chain());
        return statement.executeUpdate();
    }

    private Entry application(String name) {
        TreeMap<String, String> details = new TreeMap<>();
        details.put("node", trail.chains().node());
        if (!knownRelease.isEmpty()) {
            details.put("release", knownRelease);
        }
        return new Entry(
                clock.instant(), Interaction.APPLICATION, name, Agent.SYSTEM, 0, "", "", List.of(), "", details);
    }
}
