package org.plainclaim.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.store.OwnTables.Room;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tables that are made and changed in steps; over both databases, in a room that no other test has. */
final class OwnTablesTest {
    private static final int STARTERS = 6;

    private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> first = List.of("create table " + name + " (id integer primary key, said {text})");
    private final List<String> second = List.of("insert into " + name + " values (2, 'two')");

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void eachStepIsAppliedOnce(RunningServer database) {
        DataSource source = database.part(DataSource.class);
        OwnTables.bringUpToDate(source, new Room(name, List.of(first)));
        OwnTables.bringUpToDate(source, new Room(name, List.of(first)));
        OwnTables.bringUpToDate(source, new Room(name, List.of(first, second)));
        OwnTables.bringUpToDate(source, new Room(name, List.of(first, second)));
        assertEquals(1, count(source, "select count(*) from " + name));
        assertEquals(2, count(source, "select count(*) from plainclaim_schema_step where room = '" + name + "'"));
    }

    @Test
    void ofServersThatStartAtOnceOneAppliesIt() throws Exception {
        DataSource source = RunningServer.POSTGRESQL.part(DataSource.class);
        CyclicBarrier start = new CyclicBarrier(STARTERS);
        List<CompletableFuture<Void>> starters = IntStream.range(0, STARTERS)
                .mapToObj(i -> CompletableFuture.runAsync(() -> applyTogether(source, start), task -> {
                    Thread thread = new Thread(task);
                    thread.setDaemon(true);
                    thread.start();
                }))
                .toList();
        starters.forEach(CompletableFuture::join);
        assertEquals(1, count(source, "select count(*) from " + name));
    }

    private void applyTogether(DataSource source, CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
        OwnTables.bringUpToDate(source, new Room(name, List.of(first, second)));
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void refusesTablesOfALaterRelease(RunningServer database) {
        DataSource source = database.part(DataSource.class);
        OwnTables.bringUpToDate(source, new Room(name, List.of(first, second)));
        String refused = refused(source, new Room(name, List.of(first)));
        assertTrue(refused.contains("later release (step 2; this one knows 1)"), refused);
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void refusesAStepThatWasChangedAfterItWasApplied(RunningServer database) {
        DataSource source = database.part(DataSource.class);
        OwnTables.bringUpToDate(source, new Room(name, List.of(first)));
        List<String> reformatted = List.of(first.get(0).replace(" (", "\n   ("));
        OwnTables.bringUpToDate(source, new Room(name, List.of(reformatted)));
        String refused =
                refused(source, new Room(name, List.of(List.of(first.get(0).replace("said", "told")))));
        assertTrue(refused.contains("Step 1 of the tables of " + name), refused);
    }

    @Test
    void aStepThatFailsOverPostgreSqlLeavesNothing() {
        DataSource source = RunningServer.POSTGRESQL.part(DataSource.class);
        List<String> failing = List.of(first.get(0), "insert into " + name + " values ('no number', '')");
        assertTrue(refused(source, new Room(name, List.of(failing))).contains("can not be made"));
        OwnTables.bringUpToDate(source, new Room(name, List.of(first, second)));
        assertEquals(1, count(source, "select count(*) from " + name));
    }

    private static String refused(DataSource source, Room room) {
        return assertThrows(IllegalStateException.class, () -> OwnTables.bringUpToDate(source, room))
                .toString();
    }

    private static int count(DataSource source, String query) {
        Integer count = new JdbcTemplate(source).queryForObject(query, Integer.class);
        return count == null ? 0 : count;
    }
}
