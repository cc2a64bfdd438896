package org.plainclaim.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * HAPI's tables: made from the script that HAPI ships in a database that has none, and brought up by HAPI's migrator where an
 * earlier release made them.
 */
final class Schema {
    private static final String SCRIPTS = "/ca/uhn/hapi/fhir/jpa/docs/database/partitioned/";

    /** The number of the lock has no meaning but that all releases take the same. */
    private static final int OTHER_STARTERS = 7_037_100;

    private Schema() {}

    /**
     * Does nothing where the tables are there and of this release.
     *
     * @throws IllegalStateException if they are of a later release, or can not be made
     */
    static void bringUpToDate(DataSource source) {
        try (Connection connection = source.getConnection()) {
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            if (!postgres) {
                bringUpToDate(source, connection, false);
                return;
            }
            // of the session, for a transaction that is open would stop an index from being made beside it
            run(connection, "select pg_advisory_lock(" + OTHER_STARTERS + ")");
            try {
                bringUpToDate(source, connection, true);
            } finally {
                run(connection, "select pg_advisory_unlock(" + OTHER_STARTERS + ")");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The tables can not be made: " + failure.getMessage(), failure);
        }
    }

    private static void bringUpToDate(DataSource source, Connection connection, boolean postgres) throws SQLException {
        SchemaMark mark = new SchemaMark(connection);
        if (!hasTables(connection)) {
            make(connection, mark, script(postgres ? "postgres.sql" : "h2.sql"));
        } else if (mark.found() != SchemaMark.PRESENT) {
            SchemaUpgrade.apply(source, postgres, mark.found());
            mark.put(SchemaMark.PRESENT);
        }
    }

    private static void make(Connection connection, SchemaMark mark, String script) throws SQLException {
        connection.setAutoCommit(false);
        try {
            run(connection, script);
            mark.put(SchemaMark.PRESENT);
            connection.commit();
        } catch (SQLException failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static boolean hasTables(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        for (String name : new String[] {"HFJ_RESOURCE", "hfj_resource"}) {
            try (ResultSet found = connection.getMetaData().getTables(null, schema, name, null)) {
                if (found.next()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : script.split(";", -1)) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
        }
    }

    private static String script(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(SCRIPTS + name.toLowerCase(Locale.ROOT))) {
            if (in == null) {
                throw new IllegalStateException("HAPI's schema script " + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
