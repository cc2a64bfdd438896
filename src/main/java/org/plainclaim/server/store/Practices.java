package org.plainclaim.server.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The practices whose data lie in this database, each in a partition of its own, and the one that a thread works for.
 *
 * <p>Whatever reads or writes the database asks here for the partition; work that belongs to no practice has none to ask
 * for, and fails rather than to see another's data.
 */
public final class Practices {
    /** The partition of a server that keeps one practice. */
    public static final int ONLY = 0;

    private static final int MOST_TRIES = 20;

    private final JdbcTemplate sql;
    private final boolean several;
    private final Map<String, Integer> known = new ConcurrentHashMap<>();
    private final ThreadLocal<@Nullable Integer> present = new ThreadLocal<>();

    /**
     * The practices of a database.
     *
     * @param several whether there may be more than one, so that every piece of work has to say whose it is
     */
    public Practices(JdbcTemplate sql, boolean several) {
        this.sql = sql;
        this.several = several;
    }

    /** Whether there may be more than one. */
    public boolean areSeveral() {
        return several;
    }

    /**
     * The partition that this thread works in.
     *
     * @throws IllegalStateException if nobody said for which of several practices, which is a defect
     */
    public int present() {
        Integer partition = present.get();
        if (partition != null) {
            return partition;
        }
        if (several) {
            throw new IllegalStateException("Nobody said for which practice this is done");
        }
        return ONLY;
    }

    /** From here on this thread works for one practice, until the visit is closed. */
    public Visit enter(int partition) {
        Integer before = present.get();
        present.set(partition);
        return () -> restore(before);
    }

    /** Does something for one practice. */
    public void run(int partition, Runnable work) {
        Visit visit = enter(partition);
        try {
            work.run();
        } finally {
            visit.close();
        }
    }

    /** Does something for each practice, one after the other; what fails for one is done for the others, then thrown. */
    public void each(Runnable work) {
        RuntimeException failure = null;
        for (int partition : all()) {
            try {
                run(partition, work);
            } catch (RuntimeException failed) {
                failure = failure == null ? failed : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Threads that go on with the practice of the thread that gives them work. */
    public AsyncTaskExecutor carriedBy(AsyncTaskExecutor threads) {
        TaskExecutorAdapter carrying = new TaskExecutorAdapter(threads);
        carrying.setTaskDecorator(task -> {
            int partition = present();
            return () -> run(partition, task);
        });
        return carrying;
    }

    /** The work of a thread for one practice. */
    @FunctionalInterface
    public interface Visit extends AutoCloseable {
        @Override
        void close();
    }

    /** The partition of a practice; a name that is new gets one. */
    public int named(String name) {
        Integer partition = known.get(name);
        if (partition == null) {
            partition = find(name);
            known.put(name, partition);
        }
        return partition;
    }

    private List<Integer> all() {
        if (!several) {
            return List.of(ONLY);
        }
        return sql.queryForList("select partition_id from plainclaim_practice order by partition_id", Integer.class);
    }

    private int find(String name) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            List<Integer> found = sql.queryForList(
                    "select partition_id from plainclaim_practice where name = ?", Integer.class, name);
            if (!found.isEmpty()) {
                return found.get(0);
            }
            add(name);
        }
        throw new IllegalStateException("A practice could not be entered");
    }

    /** Another node may enter the same name or take the same number at this moment; then it is looked for again. */
    private void add(String name) {
        try {
            sql.update(
                    "insert into plainclaim_practice (partition_id, name) select coalesce(max(partition_id), 0) + 1,"
                            + " cast(? as varchar(100)) from plainclaim_practice",
                    name);
        } catch (DuplicateKeyException taken) {
            // found, or numbered anew, in the next try
        }
    }

    private void restore(@Nullable Integer before) {
        if (before == null) {
            present.remove();
        } else {
            present.set(before);
        }
    }
}
