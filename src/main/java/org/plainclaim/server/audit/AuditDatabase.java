package org.plainclaim.server.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Practices;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database as a command reads it, without a server. */
public final class AuditDatabase implements AutoCloseable {
    private final HikariDataSource source;

    private AuditDatabase(HikariDataSource source) {
        this.source = source;
    }

    /**
     * Opens the database of the settings for reading.
     *
     * @throws IOException if it can not be opened, with what to do
     */
    public static AuditDatabase open(ServerSettings.Database database) throws IOException {
        if (database.url().startsWith("jdbc:h2:mem:")) {
            throw new IOException(
                    "The data are only in the memory of the server; there is nothing to read from outside.");
        }
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("audit");
        // a command that looks must not make a database
        pool.setJdbcUrl(database.url().startsWith("jdbc:h2:") ? database.url() + ";IFEXISTS=TRUE" : database.url());
        if (!database.user().isEmpty()) {
            pool.setUsername(database.user());
            pool.setPassword(database.password());
        }
        pool.setMaximumPoolSize(2);
        try {
            return new AuditDatabase(new HikariDataSource(pool));
        } catch (PoolInitializationException failure) {
            throw new IOException(
                    "The database can not be opened; is PLAINCLAIM_DATABASE_URL right? A database in an H2 file can be"
                            + " read only while no server runs on it.",
                    failure);
        }
    }

    /** The audit trail in it. */
    public AuditTable table() {
        return new AuditTable(source);
    }

    /**
     * The versions of resources of a practice in it.
     *
     * @param practice its name; empty where the database keeps one practice
     * @throws IOException if there is no such practice, or several and none is named
     */
    public StoredVersions versions(String practice) throws IOException {
        JdbcTemplate sql = new JdbcTemplate(source);
        List<Map<String, Object>> known =
                sql.queryForList("select name, partition_id from plainclaim_practice order by name");
        if (known.isEmpty() && practice.isEmpty()) {
            return new StoredVersions(PracticeSql.only(source));
        }
        int partition = known.stream()
                .filter(row -> practice.equals(row.get("name")))
                .map(row -> ((Number) Objects.requireNonNull(row.get("partition_id"))).intValue())
                .findFirst()
                .orElseThrow(() -> new IOException(
                        practice.isEmpty()
                                ? "The database keeps several practices; say which with --practice."
                                : "The database keeps no practice of this name; --practice takes it as tokens"
                                        + " name it."));
        Practices practices = new Practices(sql, true);
        practices.enter(partition);
        return new StoredVersions(new PracticeSql(sql, practices));
    }

    @Override
    public void close() {
        source.close();
    }
}
