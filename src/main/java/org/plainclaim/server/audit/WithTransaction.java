package org.plainclaim.server.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.NodeChains;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is written down with the present transaction, as the last thing that it does. */
final class WithTransaction implements TransactionSynchronization {
    private final AuditTrail trail;
    private final EntityManagerFactory entities;
    private final Map<Object, Supplier<List<Entry>>> waiting = new LinkedHashMap<>();
    private NodeChains.@Nullable Writing writing;

    private WithTransaction(AuditTrail trail, EntityManagerFactory entities) {
        this.trail = trail;
        this.entities = entities;
    }

    /** That of the present transaction. */
    static WithTransaction of(AuditTrail trail, EntityManagerFactory entities) {
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof WithTransaction found && found.trail == trail) {
                return found;
            }
        }
        WithTransaction made = new WithTransaction(trail, entities);
        TransactionSynchronizationManager.registerSynchronization(made);
        return made;
    }

    /** What comes again under the same key takes the place of the first; HAPI tells of some writes twice. */
    void add(Object key, Supplier<List<Entry>> entries) {
        waiting.put(key, entries);
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        // what the store refuses has to be refused before a chain is taken
        EntityManager manager = EntityManagerFactoryUtils.getTransactionalEntityManager(entities);
        if (manager != null) {
            manager.flush();
        }
        List<Entry> entries = new ArrayList<>();
        waiting.values().forEach(one -> entries.addAll(one.get()));
        if (!entries.isEmpty()) {
            store(entries);
        }
    }

    private void store(List<Entry> entries) {
        NodeChains.Writing taken = trail.chains().begin();
        writing = taken;
        Connection connection = DataSourceUtils.getConnection(trail.source());
        try {
            AuditTrail.insert(connection, taken, entries);
        } catch (SQLException failure) {
            throw new IllegalStateException("The audit trail can not be written; nothing was stored.", failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, trail.source());
        }
    }

    @Override
    public void afterCompletion(int status) {
        NodeChains.Writing taken = writing;
        if (taken != null && status == STATUS_COMMITTED) {
            taken.stored();
        } else if (taken != null) {
            // a commit that failed may have been done all the same
            taken.unknown();
        }
    }
}
