package org.plainclaim.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plainclaim.audit.Agent;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.Head;
import org.plainclaim.audit.Interaction;
import org.plainclaim.audit.NodeChains;
import org.plainclaim.audit.Report;
import org.plainclaim.audit.Verification;
import org.plainclaim.server.store.OwnTables;

/** What the table shows when somebody with access to the database was at it. */
final class TamperedTableTest {
    private final JdbcDataSource source = new JdbcDataSource();
    private AuditTable table = new AuditTable(source);

    @BeforeEach
    void writeFromTwoNodes() {
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        OwnTables.bringUpToDate(source, AuditSchema.ROOM);
        table = new AuditTable(source);
        for (String node : List.of("a", "b")) {
            Appender appender = new Appender(source, new NodeChains(node));
            for (int i = 1; i <= 5; i++) {
                appender.append(List.of(entry("Claim/" + i)));
            }
        }
    }

    @Test
    void isSoundAsLongAsNobodyWas() {
        assertEquals(List.of(), faults());
        assertEquals(
                List.of("a-1 5", "b-1 5"),
                table.ends().stream()
                        .map(head -> head.chain() + " " + head.sequence())
                        .toList());
    }

    @Test
    void namesNodeAndNumberOfWhatWasDoneToIt() throws SQLException {
        change("update plainclaim_audit set entry = replace(entry, 'Claim/3', 'Claim/9') where chain = 'a-1' and"
                + " sequence = 3");
        change("delete from plainclaim_audit where chain = 'b-1' and sequence in (2, 3)");

        List<String> faults = faults();

        assertTrue(faults.get(0).startsWith("edited: chain a-1, entry 3"), faults::toString);
        assertTrue(faults.get(1).startsWith("gap: chain b-1, entry 2: entries 2 to 3 are missing"), faults::toString);
    }

    @Test
    void namesEntriesThatChangedPlaces() throws SQLException {
        change("update plainclaim_audit set sequence = 100 where chain = 'b-1' and sequence = 2");
        change("update plainclaim_audit set sequence = 2 where chain = 'b-1' and sequence = 3");
        change("update plainclaim_audit set sequence = 3 where chain = 'b-1' and sequence = 100");

        assertTrue(faults().get(0).startsWith("reordered: chain b-1, entry 2"), faults()::toString);
    }

    @Test
    void aHeadKeptElsewhereNamesWhatWasCutOff() throws SQLException {
        List<Head> kept = table.ends();
        change("delete from plainclaim_audit where sequence > 3");

        assertEquals(List.of(), faults());
        Report report = verify(kept);
        assertEquals(2, report.faults().size());
        assertTrue(report.faults().get(0).toString().startsWith("truncated: chain a-1, entry 4"));
    }

    @Test
    void writersAtTheSameTimeLoseNothing() throws Exception {
        Appender appender = new Appender(source, new NodeChains("c"));
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String claim = "Claim/" + i;
            done.add(writers.submit(() -> appender.append(List.of(entry(claim), entry(claim)))));
        }
        for (Future<?> one : done) {
            one.get();
        }
        writers.shutdown();

        assertEquals(List.of(), faults());
        assertEquals(800, table.count("chain = ?", List.of("c-1")));
    }

    @Test
    void whoCanNotWriteIsTold() throws SQLException {
        Appender appender = new Appender(source, new NodeChains("d"));
        change("alter table plainclaim_audit rename to elsewhere");
        assertThrows(IllegalStateException.class, () -> appender.append(List.of(entry("Claim/1"))));
        change("alter table elsewhere rename to plainclaim_audit");

        appender.append(List.of(entry("Claim/1")));
        assertEquals(List.of(), faults());
    }

    private List<String> faults() {
        return verify(List.of()).faults().stream().map(Object::toString).toList();
    }

    private Report verify(List<Head> kept) {
        Verification verification = new Verification(List.of());
        table.forEach(verification::take);
        kept.forEach(verification::know);
        return verification.end(table::hashes);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Entry entry(String focus) {
        return new Entry(
                Instant.now(),
                Interaction.READ,
                "",
                Agent.SYSTEM,
                200,
                "Patient/1",
                focus,
                List.of(),
                "",
                new TreeMap<>());
    }
}
