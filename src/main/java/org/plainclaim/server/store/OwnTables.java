package org.plainclaim.server.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/**
 * The tables that are not HAPI's: each room's are made, and later changed, in numbered steps.
 *
 * <p>Which steps were applied stands in {@code plainclaim_schema_step}. Servers that start at once over PostgreSQL wait
 * for each other, and one of them applies what is new.
 */
public final class OwnTables {
    private static final String STEPS =
            """
            create table if not exists plainclaim_schema_step (
              room varchar(40) not null, number integer not null, digest varchar(64) not null,
              applied_at timestamp default current_timestamp not null, primary key (room, number))""";

    /** The number of the lock has no meaning but that all releases take the same. */
    private static final String LOCK = "select pg_advisory_xact_lock(7037110)";

    private final Connection connection;
    private final boolean postgres;

    private OwnTables(Connection connection) throws SQLException {
        this.connection = connection;
        this.postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /**
     * The tables of one room.
     *
     * @param name the room; it is never renamed
     * @param steps the commands of each step, in words that H2 and PostgreSQL both know; {@code {text}} and
     *     {@code {bytes}} are the types of long contents. A step that was released is never changed, a further one
     *     is added; its commands can run twice ({@code if not exists}), for H2 keeps the first ones when a later one
     *     fails
     * @param counted the table in which an earlier release kept the number of steps; empty if there was none
     */
    public record Room(String name, List<List<String>> steps, String counted) {
        public Room {
            steps = steps.stream().map(List::copyOf).toList();
        }

        public Room(String name, List<List<String>> steps) {
            this(name, steps, "");
        }
    }

    /**
     * Applies what was not applied yet.
     *
     * @throws IllegalStateException if the tables are of a later release, or a step was changed after it was applied
     */
    public static void bringUpToDate(DataSource source, Room room) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            new OwnTables(connection).apply(room);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The tables of " + room.name() + " can not be made: " + failure.getMessage(), failure);
        }
    }

    private void apply(Room room) throws SQLException {
        if (postgres) {
            run(LOCK);
        }
        run(STEPS);
        if (!room.counted().isEmpty() && applied(room).isEmpty()) {
            takeOver(room);
        }
        List<String> applied = applied(room);
        check(room, applied);
        for (int number = applied.size() + 1; number <= room.steps().size(); number++) {
            for (String command : room.steps().get(number - 1)) {
                run(command.replace("{bytes}", postgres ? "bytea" : "blob")
                        .replace("{text}", postgres ? "text" : "clob"));
            }
            keep(room, number);
        }
    }

    /** What an earlier release counted elsewhere, is counted here from now on. */
    private void takeOver(Room room) throws SQLException {
        int steps;
        run("create table if not exists " + room.counted() + " (version integer not null)");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select max(version) from " + room.counted())) {
            steps = row.next() ? row.getInt(1) : 0;
        }
        for (int number = applied(room).size() + 1;
                number <= Math.min(steps, room.steps().size());
                number++) {
            keep(room, number);
        }
        run("drop table " + room.counted());
    }

    private static void check(Room room, List<String> applied) {
        if (applied.size() > room.steps().size()) {
            throw new IllegalStateException("The tables of " + room.name() + " are of a later release (step "
                    + applied.size() + "; this one knows " + room.steps().size()
                    + "); start that release or a later one.");
        }
        for (int number = 1; number <= applied.size(); number++) {
            if (!digest(room, number).equals(applied.get(number - 1))) {
                throw new IllegalStateException("Step " + number + " of the tables of " + room.name()
                        + " is not the one that was applied to this database; start the release that wrote it or a"
                        + " later one.");
            }
        }
    }

    /** The digests of the steps that were applied. */
    private List<String> applied(Room room) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select digest from plainclaim_schema_step where room = ? order by number")) {
            statement.setString(1, room.name());
            try (ResultSet rows = statement.executeQuery()) {
                List<String> digests = new ArrayList<>();
                while (rows.next()) {
                    digests.add(rows.getString(1));
                }
                return digests;
            }
        }
    }

    private void keep(Room room, int number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into plainclaim_schema_step (room, number, digest) values (?, ?, ?)")) {
            statement.setString(1, room.name());
            statement.setInt(2, number);
            statement.setString(3, digest(room, number));
            statement.executeUpdate();
        }
    }

    private void run(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** White space has no meaning, so that a formatter may touch the source. */
    private static String digest(Room room, int number) {
        String words = String.join(";", room.steps().get(number - 1)).replaceAll("\\s+", " ");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
