package org.plainclaim.server.confidentiality;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Makes the tables of labels, programs and disclosures, where they are not there. */
final class ConfidentialitySchema {
    /** The words that H2 and PostgreSQL both know. */
    private static final List<String> COMMANDS = List.of(
            """
            create table if not exists plainclaim_label (
              practice integer not null, res_type varchar(40) not null, res_id varchar(64) not null,
              labels varchar(600) not null, part_two boolean not null, authors varchar(1000) not null,
              lowered varchar(200) not null, primary key (practice, res_type, res_id))""",
            """
            create table if not exists plainclaim_program (
              practice integer not null, source varchar(400) not null, primary key (practice, source))""",
            """
            create table if not exists plainclaim_relabel (
              id varchar(36) primary key, practice integer not null, about varchar(110) not null, reached bigint not null,
              asked_at bigint not null)""",
            """
            create table if not exists plainclaim_disclosure (
              id varchar(36) primary key, practice integer not null, at bigint not null, patient varchar(110) not null,
              contents varchar(2000) not null, recipient varchar(200) not null, way varchar(20) not null,
              purpose varchar(20) not null, labels varchar(600) not null, decision varchar(100) not null,
              consent varchar(110) not null, notice varchar(60) not null, notice_at varchar(100) not null)""",
            "create index if not exists plainclaim_disclosure_patient on plainclaim_disclosure (practice, patient,"
                    + " at)");

    private ConfidentialitySchema() {}

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
                    "The tables of confidentiality can not be made: " + failure.getMessage(), failure);
        }
    }
}
