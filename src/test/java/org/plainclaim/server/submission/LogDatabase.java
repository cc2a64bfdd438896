package org.plainclaim.server.submission;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.plainclaim.server.store.OwnTables;
import org.plainclaim.server.store.PracticeSql;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Databases with nothing in them but the log. */
enum LogDatabase {
    H2 {
        @Override
        DataSource fresh() {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return source;
        }
    },
    POSTGRESQL {
        @Override
        DataSource fresh() {
            String name = "log" + UUID.randomUUID().toString().replace("-", "");
            DataSource admin = Started.SERVER.getPostgresDatabase();
            try (var connection = admin.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            HikariConfig pool = new HikariConfig();
            pool.setDataSource(Started.SERVER.getDatabase("postgres", name));
            pool.setMaximumPoolSize(8);
            pool.setMinimumIdle(0);
            return new HikariDataSource(pool);
        }
    };

    /** A database of its own. */
    abstract DataSource fresh();

    /** The address of a database for another process. */
    static String address(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            String url = connection.getMetaData().getURL();
            return url.startsWith("jdbc:postgresql:") && !url.contains("user=")
                    ? url + (url.contains("?") ? "&" : "?") + "user=postgres"
                    : url;
        }
    }

    /** The tables in a database of their own. */
    Tables tables() {
        return tables(fresh());
    }

    /** The tables of a database; they are made if they are not there. */
    static Tables tables(DataSource source) {
        OwnTables.bringUpToDate(source, "submissions");
        return Tables.over(
                PracticeSql.only(source),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                Clock.systemUTC());
    }

    private static final class Started {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "32MB")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
