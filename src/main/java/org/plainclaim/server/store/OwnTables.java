package org.plainclaim.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
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
    static final String STEPS =
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
     */
    public record Room(String name, List<List<String>> steps) {
        public Room {
            steps = steps.stream().map(List::copyOf).toList();
        }

        /** The steps that lie beside this class, such as {@code answers-1.sql}. */
        static Room shipped(String name) {
            List<List<String>> steps = new ArrayList<>();
            for (String step = read(name, 1); !step.isEmpty(); step = read(name, steps.size() + 1)) {
                steps.add(Arrays.stream(step.split(";", -1))
                        .map(String::strip)
                        .filter(command -> !command.isEmpty())
                        .toList());
            }
            if (steps.isEmpty()) {
                throw new IllegalStateException("there are no tables of the room " + name);
            }
            return new Room(name, steps);
        }

        private static String read(String name, int number) {
            try (InputStream in = OwnTables.class.getResourceAsStream(name + "-" + number + ".sql")) {
                return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Applies what was not applied yet of the tables that a room ships. */
    public static void bringUpToDate(DataSource source, String room) {
        bringUpToDate(source, Room.shipped(room));
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
