package org.plainclaim.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plainclaim.audit.Fault;
import org.plainclaim.audit.Head;
import org.plainclaim.audit.Report;
import org.plainclaim.audit.StoredEntry;
import org.plainclaim.audit.Verification;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** Two nodes write to one PostgreSQL; one of them, a process of its own, is killed in the middle. */
final class KilledNodeTest {
    private static final int WRITERS = 4;
    private static final int ENOUGH = 60;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

    @Test
    void everyWriteThatWasConfirmedIsWrittenDownAndNothingElse() throws Exception {
        Process node =
                start(RunningServer.POSTGRESQL.part(HikariDataSource.class).getJdbcUrl());
        try {
            FhirHttp killed = FhirHttp.at(address(node));
            FhirHttp other = RunningServer.POSTGRESQL.http();
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = "Patient/killed-" + run + "-" + writer + "-";
                FhirHttp http = writer == 0 ? other : killed;
                writers.execute(() -> write(http, prefix));
            }
            awaitEnough();
            node.destroyForcibly().waitFor();
            writers.shutdown();
            assertTrue(writers.awaitTermination(30, TimeUnit.SECONDS));
        } finally {
            node.destroyForcibly();
        }

        AuditTable table = RunningServer.POSTGRESQL.part(AuditTable.class);
        Report report = verify(table);
        assertTrue(report.sound(), () -> report.faults().toString());
        Set<String> audited = column(
                table,
                "select focus from plainclaim_audit where interaction = 'create'" + " and focus like 'Patient/killed-"
                        + run + "%'");
        Set<String> stored = column(
                table, "select 'Patient/' || FHIR_ID from HFJ_RESOURCE where FHIR_ID like 'killed-" + run + "%'");
        assertTrue(audited.containsAll(confirmed), "a confirmed write is not in the trail");
        assertEquals(stored, audited);
        assertFalse(confirmed.stream().noneMatch(id -> id.contains("-0-")), "the other node wrote nothing");
        aGapOrAnEditOfEitherNodeIsFound(table);
    }

    /**
     * In what is read, not in the table, which others share; at places that have something behind them in their chain, for
     * what stands there hangs on them.
     */
    private void aGapOrAnEditOfEitherNodeIsFound(AuditTable table) {
        String writers = "focus like 'Patient/killed-" + run + "-%' and focus ";
        for (String node : List.of("like", "not like")) {
            List<Head> written = new ArrayList<>();
            table.query(
                    "select chain, sequence from plainclaim_audit a where " + writers + node + " 'Patient/killed-" + run
                            + "-0-%' and exists (select 1 from plainclaim_audit b where b.chain = a.chain and"
                            + " b.sequence > a.sequence) order by sequence",
                    List.of(),
                    row -> written.add(new Head(row.getString(1), row.getLong(2), "")));
            Head place = written.get(written.size() / 2);
            Report gap = verify(table, entry -> isAt(entry, place) ? null : entry);
            assertTrue(
                    gap.faults().stream().anyMatch(fault -> fault.kind() == Fault.Kind.GAP && isIn(fault, place)),
                    () -> gap.faults().toString());
            Report edited = verify(table, entry -> isAt(entry, place) ? edited(entry) : entry);
            assertTrue(
                    edited.faults().stream().anyMatch(fault -> fault.kind() == Fault.Kind.EDITED && isIn(fault, place)),
                    () -> edited.faults().toString());
        }
    }

    private static boolean isAt(StoredEntry entry, Head place) {
        return entry.chain().equals(place.chain()) && entry.sequence() == place.sequence();
    }

    private static boolean isIn(Fault fault, Head place) {
        return fault.chain().equals(place.chain()) && fault.sequence() == place.sequence();
    }

    private static StoredEntry edited(StoredEntry entry) {
        return new StoredEntry(
                entry.chain(),
                entry.sequence(),
                entry.text().replace("interaction create", "interaction delete"),
                entry.hash(),
                entry.beside());
    }

    private static Report verify(AuditTable table, Function<StoredEntry, @Nullable StoredEntry> change) {
        Verification verification = new Verification(List.of());
        table.forEach(entry -> {
            StoredEntry changed = change.apply(entry);
            if (changed != null) {
                verification.take(changed);
            }
        });
        return verification.end(table::hashes);
    }

    private void write(FhirHttp http, String prefix) {
        for (int i = 0; i < 10_000 && confirmed.size() < 2 * ENOUGH; i++) {
            String id = prefix + i;
            String body = "{\"resourceType\":\"Patient\",\"id\":\"" + id.substring(8) + "\"}";
            try {
                if (http.put(id, body).status() == 201) {
                    confirmed.add(id);
                }
            } catch (UncheckedIOException gone) {
                return;
            }
        }
    }

    private void awaitEnough() {
        Awaited.until("enough from both nodes", () -> confirmed.size() >= ENOUGH);
    }

    private static Process start(String database) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plainclaim.Main",
                "serve");
        builder.environment().put("PLAINCLAIM_DATABASE_URL", database);
        builder.environment().put("PLAINCLAIM_PORT", "0");
        builder.environment().put("PLAINCLAIM_DATABASE_POOL", "6");
        return builder.redirectErrorStream(true).start();
    }

    private static URI address(Process node) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.startsWith("Serving ")) {
                return URI.create(line.substring(8).replaceFirst(";.*", ""));
            }
        }
        throw new AssertionError("The node did not start: " + said);
    }

    private static Report verify(AuditTable table) {
        Verification verification = new Verification(List.of());
        table.forEach(verification::take);
        return verification.end(table::hashes);
    }

    private static Set<String> column(AuditTable table, String sql) {
        Set<String> found = ConcurrentHashMap.newKeySet();
        table.query(sql, List.of(), row -> found.add(row.getString(1)));
        return found;
    }
}
