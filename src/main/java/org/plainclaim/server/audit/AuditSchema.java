package org.plainclaim.server.audit;

import java.util.List;
import org.plainclaim.server.store.OwnTables;

/** The tables of the audit trail; no statement of this program changes or deletes a row of the first. */
final class AuditSchema {
    static final OwnTables.Room ROOM = new OwnTables.Room(
            "audit",
            List.of(
                    List.of(
                            """
            create table if not exists plainclaim_audit (
              chain varchar(40) not null, sequence bigint not null, at bigint not null,
              interaction varchar(20) not null, patient varchar(100) not null, subject varchar(200) not null, focus varchar(150) not null,
              practice varchar(20) not null, hash varchar(64) not null,
              entry varchar(1000000) not null, primary key (chain, sequence))""",
                            "create index if not exists plainclaim_audit_at on plainclaim_audit (at)",
                            "create index if not exists plainclaim_audit_patient on plainclaim_audit (patient, at)",
                            "create index if not exists plainclaim_audit_focus on plainclaim_audit (focus, at)",
                            """
            create table if not exists plainclaim_audit_head (
              chain varchar(40) primary key, sequence bigint not null, hash varchar(64) not null,
              changed bigint not null)""")));

    private AuditSchema() {}
}
