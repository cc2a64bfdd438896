package org.plainclaim.server.submission;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Makes the tables of the submissions and brings those of an earlier release up to date, step by step. */
final class SubmissionSchema {
    /** Each step brings the tables from one version to the next; a step that was released is never changed. */
    private static final List<List<String>> STEPS = List.of(
            List.of(
                    """
            create sequence plainclaim_interchange_control start with 1 increment by 1
              minvalue 1 maxvalue 999999999 cycle""",
                    "create sequence plainclaim_interchange_id start with 1 increment by 1",
                    """
            create table plainclaim_interchange (
              id bigint primary key, partner varchar(100) not null, control integer not null, kind varchar(10) not null,
              production boolean not null, name varchar(200) not null, content {bytes} not null,
              state varchar(20) not null, written_at bigint not null, sent_at bigint, answered_at bigint)""",
                    "create index plainclaim_interchange_number on plainclaim_interchange (control, partner)",
                    "create index plainclaim_interchange_state on plainclaim_interchange (state)",
                    """
            create table plainclaim_submission (
              claim_number varchar(20) primary key, claim varchar(100) not null, claim_version bigint not null,
              cover_order integer not null, response varchar(100) not null, patient varchar(400) not null, payer varchar(100) not null,
              partner varchar(100) not null, form varchar(20) not null, frequency varchar(2) not null,
              original varchar(20) not null, state varchar(20) not null, hold varchar(40) not null,
              payer_number varchar(100) not null, next_payer varchar(10) not null, interchange bigint references plainclaim_interchange (id),
              content {text} not null, created_at bigint not null, changed_at bigint not null,
              unique (claim, claim_version, cover_order))""",
                    "create index plainclaim_submission_payer_number on plainclaim_submission (payer_number)",
                    "create index plainclaim_submission_interchange on plainclaim_submission (interchange)",
                    "create index plainclaim_submission_state on plainclaim_submission (state, partner, form)",
                    "create index plainclaim_submission_next on plainclaim_submission (next_payer)"),
            // the same version can go out again after it was refused at the entrance; the old constraint has no name
            List.of(
                    """
            create table plainclaim_submission_again (
              claim_number varchar(20) primary key, claim varchar(100) not null, claim_version bigint not null,
              cover_order integer not null, attempt integer not null, response varchar(100) not null,
              patient varchar(400) not null, payer varchar(100) not null, partner varchar(100) not null,
              form varchar(20) not null, frequency varchar(2) not null, original varchar(20) not null,
              state varchar(20) not null, hold varchar(40) not null, payer_number varchar(100) not null,
              next_payer varchar(10) not null, interchange bigint references plainclaim_interchange (id),
              content {text} not null, created_at bigint not null, changed_at bigint not null,
              constraint plainclaim_submission_once unique (claim, claim_version, cover_order, attempt))""",
                    """
            insert into plainclaim_submission_again select claim_number, claim, claim_version, cover_order, 1, response,
              patient, payer, partner, form, frequency, original, state, hold, payer_number, next_payer, interchange,
              content, created_at, changed_at from plainclaim_submission""",
                    "drop table plainclaim_submission",
                    "alter table plainclaim_submission_again rename to plainclaim_submission",
                    "create index plainclaim_submission_payer_number on plainclaim_submission (payer_number)",
                    "create index plainclaim_submission_interchange on plainclaim_submission (interchange)",
                    "create index plainclaim_submission_state on plainclaim_submission (state, partner, form)",
                    "create index plainclaim_submission_next on plainclaim_submission (next_payer)"));

    private SubmissionSchema() {}

    static void bringUpToDate(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            if (postgres) {
                // two servers that start at once must not both make a table
                statement.execute("select pg_advisory_xact_lock(7037101)");
            }
            statement.execute("create table if not exists plainclaim_submission_schema (version integer not null)");
            int version = version(statement);
            for (List<String> step : STEPS.subList(version, STEPS.size())) {
                for (String command : step) {
                    statement.execute(command.replace("{bytes}", postgres ? "bytea" : "blob")
                            .replace("{text}", postgres ? "text" : "clob"));
                }
            }
            keep(statement, version);
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The tables of the submissions can not be made: " + failure.getMessage(), failure);
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select max(version) from plainclaim_submission_schema")) {
            row.next();
            int version = row.getInt(1);
            if (version > STEPS.size()) {
                throw new IllegalStateException("The tables of the submissions are of a later release (" + version
                        + "); start that release or a later one.");
            }
            return version;
        }
    }

    private static void keep(Statement statement, int before) throws SQLException {
        if (before < STEPS.size()) {
            statement.execute("insert into plainclaim_submission_schema values (" + STEPS.size() + ")");
        }
    }
}
