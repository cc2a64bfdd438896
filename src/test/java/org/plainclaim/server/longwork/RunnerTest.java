package org.plainclaim.server.longwork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plainclaim.audit.Agent;
import org.plainclaim.server.audit.CurrentRequest;
import org.plainclaim.server.store.OwnTables;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Practices;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes that share a database: what one leaves, another does; nothing is counted twice. */
final class RunnerTest {
    private static final int PARTS = 100;
    private static final Agent ANN = new Agent("ann", "test", List.of("biller"), "", "HPAYMT", "127.0.0.1");
    private static final Done READY = new Done(PartOutcome.READY, "", "");

    private final JdbcConnectionPool source =
            JdbcConnectionPool.create("jdbc:h2:mem:runner" + System.nanoTime() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final Practices practices = new Practices(new JdbcTemplate(source), false);
    private final PracticeSql sql = new PracticeSql(new JdbcTemplate(source), practices);
    private final SettableClock clock = new SettableClock();
    private final CurrentRequest current = new CurrentRequest();
    private final Lots.Tables tables = new Lots.Tables(
            new WorkTable(sql, clock),
            new PartTable(sql),
            new TransactionTemplate(new DataSourceTransactionManager(source)));
    private final List<Runner> nodes = new ArrayList<>();
    private final Queue<String> worked = new ConcurrentLinkedQueue<>();

    RunnerTest() {
        OwnTables.bringUpToDate(source, "longwork");
        tables.works().add("w", "test", new Days(LocalDate.of(2026, 3, 27), LocalDate.of(2026, 3, 27)), new Asker(ANN));
        sql.batchUpdate(
                "insert into plainclaim_long_work_item (partition_id, work, number, item, outcome, rule, reason) values"
                        + " ({practice}, 'w', ?, ?, 'open', '', '')",
                IntStream.rangeClosed(1, PARTS)
                        .mapToObj(i -> new Object[] {i, "item-" + i})
                        .toList());
        tables.works().counted("w", PARTS);
    }

    @AfterEach
    void stop() throws SQLException {
        nodes.forEach(Runner::close);
        source.dispose();
    }

    private LongWork work() {
        return tables.works().find("w").orElseThrow();
    }

    /** A node; what it does to a lot is said by the function. */
    private Lots node(Function<List<String>, List<Done>> work) {
        Kind kind = new Kind() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public List<Done> work(List<String> items) {
                worked.addAll(items);
                return work.apply(items);
            }
        };
        Lots lots = new Lots(Map.of("test", kind), tables, current);
        Runner runner = new Runner("node-" + nodes.size(), practices, lots, 2);
        nodes.add(runner);
        return lots;
    }

    private static List<Done> all(List<String> items) {
        return items.stream().map(item -> READY).toList();
    }

    /** Waits, without asking all the time, until the work is as it should be. */
    private void await(Lots lots, Predicate<LongWork> wanted) throws InterruptedException {
        CountDownLatch there = new CountDownLatch(1);
        lots.watch(() -> {
            if (wanted.test(work())) {
                there.countDown();
            }
        });
        if (!wanted.test(work())) {
            assertTrue(there.await(60, TimeUnit.SECONDS), () -> work().toString());
        }
    }

    @Test
    void doesEveryPartOnceForWhoAsked() throws InterruptedException {
        Queue<Agent> agents = new ConcurrentLinkedQueue<>();
        Lots lots = node(items -> {
            agents.add(current.agent());
            return all(items);
        });
        nodes.get(0).start(false);

        await(lots, work -> work.state() == WorkState.FINISHED);

        assertEquals(PARTS, work().count(PartOutcome.READY));
        assertEquals(PARTS, worked.size());
        assertEquals(List.of(ANN), agents.stream().distinct().toList());
    }

    @Test
    void anotherNodeGoesOnWhenOneDies() throws InterruptedException {
        assertTrue(tables.works().take(work(), "dead"));
        Running dead = new Running(0, work(), new Asker(ANN));
        List<Part> done = tables.parts().open("w", 0, 30);
        Lots first = node(RunnerTest::all);
        first.work(dead, done, "dead");
        List<Part> underWay = tables.parts().open("w", 30, 10);
        Lots second = node(RunnerTest::all);
        nodes.get(1).start(false);

        // as long as it may still live, nobody takes it
        assertTrue(tables.works().free().isEmpty());
        clock.forward(WorkTable.LEASE.plusMillis(1));
        nodes.get(1).wake();
        await(second, work -> work.state() == WorkState.FINISHED);

        assertEquals(PARTS, work().count(PartOutcome.READY));
        // the dead one was only slow: it notices, and what it did in the meantime is not counted again
        first.work(dead, underWay, "dead");
        assertTrue(dead.lost());
        assertTrue(tables.parts()
                .settle("w", underWay, all(underWay.stream().map(Part::item).toList()))
                .isEmpty());
        assertEquals(PARTS, work().done());
    }

    @Test
    void ofTwoNodesOneGetsIt() {
        LongWork seen = work();

        assertTrue(tables.works().take(seen, "one"));
        assertFalse(tables.works().take(seen, "other"));
        assertFalse(tables.works().beat("w", "other"));
    }

    @Test
    void stopsWhenCancelledAndGoesOnWhenResumed() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        Lots lots = node(items -> {
            began.countDown();
            waitFor(cancelled);
            return all(items);
        });
        nodes.get(0).start(false);
        waitFor(began);
        assertTrue(tables.works().cancel("w"));
        cancelled.countDown();

        await(lots, work -> work.done() > 0);
        // the lots that were under way are done, and no other is begun
        nodes.get(0).close();
        LongWork stopped = work();
        assertEquals(WorkState.CANCELLED, stopped.state());
        assertTrue(stopped.done() < PARTS, stopped::toString);

        Lots next = node(RunnerTest::all);
        nodes.get(1).start(false);
        tables.works().resume("w");
        nodes.get(1).wake();
        await(next, work -> work.state() == WorkState.FINISHED);
        assertEquals(PARTS, work().count(PartOutcome.READY));
        assertEquals(PARTS, worked.size());
    }

    @Test
    void whatFailsAsAWholeIsTriedAgainAndOneBadPartHoldsUpNothing() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        Lots lots = node(items -> {
            if (items.contains("item-30") && failed.getCount() > 0) {
                failed.countDown();
                throw new IllegalStateException("the database is away");
            }
            return items.stream()
                    .map(item -> item.equals("item-7") ? new Done(PartOutcome.FAILED, "", "It is bad.") : READY)
                    .toList();
        });
        nodes.get(0).start(false);
        waitFor(failed);
        await(lots, work -> work.done() == PARTS - 24);
        // it is left for a while and taken again
        await(lots, work -> {
            clock.forward(java.time.Duration.ofSeconds(30));
            nodes.get(0).wake();
            return work.state() == WorkState.FINISHED;
        });

        assertEquals(1, work().count(PartOutcome.FAILED));
        assertEquals(PARTS - 1, work().count(PartOutcome.READY));
        assertEquals(
                List.of(new PartTable.Listed(7, "item-7", "", "It is bad.")),
                tables.parts().with(PartOutcome.FAILED, "w", 0, 10));
    }

    @Test
    void aNodeThatStopsInOrderGivesItsWorkBack() throws InterruptedException {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        node(items -> {
            began.countDown();
            waitFor(closing);
            return all(items);
        });
        nodes.get(0).start(false);
        waitFor(began);
        Thread closer = new Thread(nodes.get(0)::close);
        closer.start();
        closing.countDown();
        closer.join();

        LongWork left = work();
        assertEquals(WorkState.WAITING, left.state());
        assertEquals(1, tables.works().free().size());
        assertTrue(left.done() > 0 && left.done() < PARTS, left::toString);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
