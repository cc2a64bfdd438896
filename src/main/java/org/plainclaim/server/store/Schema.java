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

/** Makes the tables from the script that HAPI ships, in a database that has none. */
final class Schema {
    private static final String SCRIPTS = "/ca/uhn/hapi/fhir/jpa/docs/database/partitioned/";

    private Schema() {}

    /** Does nothing where the tables are there. */
    static void createIfAbsent(DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            if (postgres) {
                waitForOtherStarters(connection);
            }
            if (!hasTables(connection)) {
                run(connection, script(postgres ? "postgres.sql" : "h2.sql"));
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException("The tables can not be made: " + failure.getMessage(), failure);
        }
    }

    private static void waitForOtherStarters(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(7037100)");
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
