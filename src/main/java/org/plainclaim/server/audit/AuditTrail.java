package org.plainclaim.server.audit;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.NodeChains;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where everything that has to be written down goes.
 *
 * <p>Within a transaction it is stored with it or not at all; otherwise it is stored, for good, when the call returns.
 */
public final class AuditTrail {
    private final DataSource source;
    private final NodeChains chains;
    private final Appender appender;
    private final EntityManagerFactory entities;

    AuditTrail(DataSource source, NodeChains chains, EntityManagerFactory entities) {
        this.source = source;
        this.chains = chains;
        this.appender = new Appender(source, chains);
        this.entities = entities;
    }

    /** Writes down one thing. */
    public void record(Entry entry) {
        record(List.of(entry));
    }

    /** Writes down several things, all or none. */
    public void record(List<Entry> entries) {
        if (joins()) {
            WithTransaction.of(this, entities).add(new Object(), () -> entries);
        } else {
            appender.append(entries);
        }
    }

    /** Writes down what is only known when the transaction ends, such as the number of a version. */
    void recordAtCommit(Object key, Supplier<List<Entry>> entries) {
        if (joins()) {
            WithTransaction.of(this, entities).add(key, entries);
        } else {
            appender.append(entries.get());
        }
    }

    /** True within a transaction that can write. */
    static boolean joins() {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    NodeChains chains() {
        return chains;
    }

    DataSource source() {
        return source;
    }

    /** Stores entries on the connection of a transaction, in pieces of one statement each. */
    static void insert(Connection connection, NodeChains.Writing writing, List<Entry> entries) throws SQLException {
        for (int from = 0; from < entries.size(); from += AuditTable.MOST) {
            List<Entry> some = entries.subList(from, Math.min(entries.size(), from + AuditTable.MOST));
            AuditTable.insert(connection, writing.seal(some));
        }
    }
}
