package org.plainclaim.server.signals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Makes the tables of the signals, where they are not there. */
final class SignalSchema {
    /** The words that H2 and PostgreSQL both know. */
    private static final List<String> COMMANDS = List.of(
            """
            create table if not exists plainclaim_note (
              partition_id integer not null, note varchar(100) not null, version bigint not null,
              patient varchar(400) not null,
              clinician varchar(400) not null, encounter varchar(400) not null, written_on date,
              written bigint, signed bigint, words integer not null, signature varchar(700),
              primary key (partition_id, note))""",
            "create index if not exists plainclaim_note_encounter on plainclaim_note (partition_id, encounter)",
            "create index if not exists plainclaim_note_clinician on plainclaim_note (partition_id, clinician,"
                    + " written_on)",
            "create table if not exists plainclaim_note_band (partition_id integer not null, note varchar(100) not"
                    + " null, band bigint not null)",
            "create index if not exists plainclaim_note_band_band on plainclaim_note_band (partition_id, band)",
            "create index if not exists plainclaim_note_band_note on plainclaim_note_band (partition_id, note)",
            """
            create table if not exists plainclaim_billed (
              partition_id integer not null, claim varchar(100) not null,
              practice varchar(400) not null, clinician varchar(400) not null,
              encounter varchar(400) not null, serviced_on date, code varchar(20) not null,
              created bigint)""",
            "create index if not exists plainclaim_billed_claim on plainclaim_billed (partition_id, claim)",
            "create index if not exists plainclaim_billed_encounter on plainclaim_billed (partition_id, encounter)",
            "create index if not exists plainclaim_billed_practice on plainclaim_billed (partition_id, practice,"
                    + " serviced_on)",
            "create index if not exists plainclaim_billed_clinician on plainclaim_billed (partition_id, clinician,"
                    + " serviced_on)");

    private SignalSchema() {}

    static void createIfAbsent(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                // two servers that start at once must not both make a table
                statement.execute("select pg_advisory_xact_lock(7037100)");
            }
            for (String command : COMMANDS) {
                statement.execute(command);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The tables of the signals can not be made: " + failure.getMessage(), failure);
        }
    }
}
