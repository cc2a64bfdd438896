package org.plainclaim.server.store;

import ca.uhn.fhir.util.VersionEnum;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Which release of HAPI the tables are of; it stands among the steps of our own tables. */
final class SchemaMark {
    /** The release on the class path. */
    static final VersionEnum PRESENT = VersionEnum.latestVersion();

    private static final String ROOM = "hapi";

    /** Databases from before the mark was kept are all of this one. */
    private static final VersionEnum FIRST = VersionEnum.V8_8_0;

    private final Connection connection;

    SchemaMark(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(OwnTables.STEPS);
        }
    }

    /**
     * The release that the tables are of.
     *
     * @throws IllegalStateException if this release does not know it
     */
    VersionEnum found() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select digest from plainclaim_schema_step where room = ? order by number desc")) {
            statement.setString(1, ROOM);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? version(rows.getString(1)) : FIRST;
            }
        }
    }

    private static VersionEnum version(String name) {
        try {
            return VersionEnum.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException(
                    "The tables are of a later release (HAPI " + name + "; this one knows " + PRESENT
                            + "); start that release or a later one.",
                    unknown);
        }
    }

    /** Such as 80800 of 8.8.0, so that a later release has a higher one. */
    private static int number(VersionEnum version) {
        int number = 0;
        for (String part : version.name().substring(1).split("_", -1)) {
            number = number * 100 + Integer.parseInt(part);
        }
        return number;
    }

    /** Says that the tables are of a release now. */
    void put(VersionEnum version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into plainclaim_schema_step (room, number, digest) values (?, ?, ?)")) {
            statement.setString(1, ROOM);
            statement.setInt(2, number(version));
            statement.setString(3, version.name());
            statement.executeUpdate();
        }
    }
}
