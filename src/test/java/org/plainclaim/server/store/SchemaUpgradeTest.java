package org.plainclaim.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.util.VersionEnum;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.RunningServer;

/** Tables that HAPI 8.4 made become those that this release makes; those of a later release are refused. */
final class SchemaUpgradeTest {
    private static final Path EARLIER = Path.of("target/hapi-8.4.0/ca/uhn/hapi/fhir/jpa/docs/database/partitioned");

    @ParameterizedTest
    @EnumSource
    void earlierTablesBecomeThoseOfToday(RunningServer server) throws Exception {
        try (HikariDataSource fresh = empty(server);
                HikariDataSource old = empty(server)) {
            Schema.bringUpToDate(fresh);
            made(old, Files.readString(EARLIER.resolve(server == RunningServer.H2 ? "h2.sql" : "postgres.sql")));
            try (Connection connection = old.getConnection()) {
                new SchemaMark(connection).put(VersionEnum.V8_4_0);
            }
            assertNotEquals(shape(fresh), shape(old), "there is something to do");
            Schema.bringUpToDate(old);
            Set<String> missing = shape(fresh);
            missing.removeAll(shape(old));
            assertEquals(new TreeSet<String>(), missing);
            Schema.bringUpToDate(old);
            try (Connection connection = old.getConnection()) {
                assertEquals(VersionEnum.latestVersion(), new SchemaMark(connection).found());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tablesOfALaterReleaseAreRefused(RunningServer server) throws SQLException {
        try (HikariDataSource later = empty(server)) {
            Schema.bringUpToDate(later);
            made(later, "insert into plainclaim_schema_step (room, number, digest) values ('hapi', 990000, 'V99_0_0')");
            IllegalStateException refused =
                    assertThrows(IllegalStateException.class, () -> Schema.bringUpToDate(later));
            assertTrue(refused.toString().contains("later release"), refused::toString);
        }
    }

    /** A database of its own without a table. */
    private static HikariDataSource empty(RunningServer server) throws SQLException {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        HikariDataSource source = new HikariDataSource();
        source.setMaximumPoolSize(3);
        if (server == RunningServer.H2) {
            source.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
            return source;
        }
        HikariDataSource shared = server.part(HikariDataSource.class);
        try (Connection connection = shared.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        source.setJdbcUrl(shared.getJdbcUrl().replaceFirst("/postgres\\b(?=\\?)", "/" + name));
        return source;
    }

    private static void made(HikariDataSource source, String script) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : script.split(";", -1)) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
        }
    }

    /** Each column with its type and whether it may be empty, and each index with its columns. */
    private static Set<String> shape(HikariDataSource source) throws SQLException, IOException {
        TreeSet<String> shape = new TreeSet<>();
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            TreeSet<String> tables = new TreeSet<>();
            try (ResultSet columns = data.getColumns(null, connection.getSchema(), "%", "%")) {
                while (columns.next()) {
                    String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                    if (!table.startsWith("fly_") && !table.startsWith("plainclaim_")) {
                        tables.add(columns.getString("TABLE_NAME"));
                        shape.add(table + "." + columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT) + " "
                                + columns.getString("TYPE_NAME") + " " + columns.getString("IS_NULLABLE"));
                    }
                }
            }
            for (String table : tables) {
                try (ResultSet index = data.getIndexInfo(null, connection.getSchema(), table, false, false)) {
                    while (index.next()) {
                        String name = String.valueOf(index.getString("INDEX_NAME"))
                                .toLowerCase(Locale.ROOT)
                                // H2 numbers the indexes of its constraints
                                .replaceFirst("_index_[0-9a-f]+$", "");
                        // what a primary key is called is the database's own matter
                        shape.add((table + " " + (name.startsWith("primary_key") ? "key" : name) + " "
                                        + index.getString("COLUMN_NAME"))
                                .toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return shape;
    }
}
