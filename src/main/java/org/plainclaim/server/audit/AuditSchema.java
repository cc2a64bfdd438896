package org.plainclaim.server.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Makes the tables of the audit trail, where they are not there. */
final class AuditSchema {
    private static final List<String> COMMANDS = List.of(
            """
            create table if not exists plainclaim_audit (
              chain varchar(40) not null, sequence bigint not null, at bigint not null, interaction varchar(20) not null,
              patient varchar(100) not null, subject varchar(200) not null, focus varchar(150) not null,
              hash varchar(64) not null, entry {text} not null, primary key (chain, sequence))""",
            "create index if not exists plainclaim_audit_at on plainclaim_audit (at)",
            "create index if not exists plainclaim_audit_patient on plainclaim_audit (patient, at)",
            "create index if not exists plainclaim_audit_focus on plainclaim_audit (focus, at)",
            """
            create table if not exists plainclaim_audit_head (
              chain varchar(40) primary key, sequence bigint not null, hash varchar(64) not null,
              changed bigint not null)""");

    private AuditSchema() {}

    static void createIfAbsent(DataSource source) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            if (postgres) {
                // two servers that start at once must not both make a table
                statement.execute("select pg_advisory_xact_lock(7037102)");
            }
            for (String command : COMMANDS) {
                statement.execute(command.replace("{text}", postgres ? "text" : "varchar(1000000)"));
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The tables of the audit trail can not be made: " + failure.getMessage(), failure);
        }
    }
}
