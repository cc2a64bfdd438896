package org.plainclaim.server.eligibility;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Makes the tables of eligibility, where they are not there. */
final class EligibilitySchema {
    /** The words that H2 and PostgreSQL both know; {@code {text}} is the type of a long text. */
    private static final List<String> COMMANDS = List.of(
            """
            create table if not exists plainclaim_eligibility_question (
              partition_id integer not null, trace varchar(50) not null,
              request varchar(100) not null, coverage varchar(100) not null,
              state varchar(20) not null, asked_at bigint not null, answered_at bigint not null,
              answer {text} not null,
              primary key (partition_id, trace),
              unique (partition_id, request, coverage))""",
            """
            create index if not exists plainclaim_eligibility_question_coverage
              on plainclaim_eligibility_question (partition_id, coverage, state, answered_at)""",
            """
            create index if not exists plainclaim_eligibility_question_state
              on plainclaim_eligibility_question (partition_id, state, asked_at)""",
            "alter table plainclaim_eligibility_question add column if not exists first_day date",
            "alter table plainclaim_eligibility_question add column if not exists last_day date",
            "alter table plainclaim_eligibility_question add column if not exists member varchar(300)",
            "alter table plainclaim_eligibility_question add column if not exists taken_until bigint default 0 not"
                    + " null",
            """
            create table if not exists plainclaim_eligibility_due (
              partition_id integer not null, appointment varchar(100) not null,
              occasion varchar(20) not null, due_on date not null,
              starts_on date not null, taken_until bigint not null, tries integer not null,
              primary key (partition_id, appointment, occasion))""",
            "create index if not exists plainclaim_eligibility_due_on on plainclaim_eligibility_due (partition_id,"
                    + " due_on, taken_until)");

    private EligibilitySchema() {}

    static void createIfAbsent(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            if (postgres) {
                // two servers that start at once must not both make a table
                statement.execute("select pg_advisory_xact_lock(7037104)");
            }
            for (String command : COMMANDS) {
                statement.execute(command.replace("{text}", postgres ? "text" : "clob"));
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The tables of eligibility can not be made: " + failure.getMessage(), failure);
        }
    }
}
