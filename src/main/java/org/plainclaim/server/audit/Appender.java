package org.plainclaim.server.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.NodeChains;

/**
 * Stores what belongs to no transaction: whoever comes first stores, by one statement, all that waited while the statement
 * before ran.
 */
final class Appender {
    private final DataSource source;
    private final NodeChains chains;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock storing = new ReentrantLock();

    Appender(DataSource source, NodeChains chains) {
        this.source = source;
        this.chains = chains;
    }

    /** Returns when the entries are stored. */
    void append(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Waiting mine = new Waiting(entries);
        queue.add(mine);
        storing.lock();
        try {
            while (!mine.done) {
                store(next());
            }
        } finally {
            storing.unlock();
        }
        if (mine.failure != null) {
            throw new IllegalStateException("The audit trail can not be written.", mine.failure);
        }
    }

    private List<Waiting> next() {
        List<Waiting> some = new ArrayList<>();
        int rows = 0;
        for (Waiting one = queue.peek();
                one != null && (rows == 0 || rows + one.entries.size() <= AuditTable.MOST);
                one = queue.peek()) {
            some.add(one);
            rows += one.entries.size();
            queue.poll();
        }
        return some;
    }

    private void store(List<Waiting> some) {
        List<Entry> entries = new ArrayList<>();
        some.forEach(one -> entries.addAll(one.entries));
        NodeChains.Writing writing = chains.begin();
        SQLException failure = null;
        try (Connection connection = source.getConnection()) {
            boolean several = entries.size() > AuditTable.MOST;
            connection.setAutoCommit(!several);
            AuditTrail.insert(connection, writing, entries);
            if (several) {
                connection.commit();
                connection.setAutoCommit(true);
            }
            writing.stored();
        } catch (SQLException e) {
            // it may be stored all the same, so that this chain is not used again
            writing.unknown();
            failure = e;
        }
        for (Waiting one : some) {
            one.failure = failure;
            one.done = true;
        }
    }

    /** Entries of one caller; read and written by whoever stores. */
    private static final class Waiting {
        private final List<Entry> entries;
        private boolean done;
        private @Nullable SQLException failure;

        Waiting(List<Entry> entries) {
            this.entries = entries;
        }
    }
}
