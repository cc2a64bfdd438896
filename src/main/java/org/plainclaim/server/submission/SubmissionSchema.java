package org.plainclaim.server.submission;

import java.util.List;
import org.plainclaim.server.store.OwnTables;

/** The tables of the submissions. */
final class SubmissionSchema {
    static final OwnTables.Room ROOM = new OwnTables.Room(
            "submission",
            List.of(
                    List.of(
                            """
            create sequence if not exists plainclaim_interchange_control start with 1 increment by 1
              minvalue 1 maxvalue 999999999 cycle""",
                            "create sequence if not exists plainclaim_interchange_id start with 1 increment by 1",
                            """
            create table if not exists plainclaim_interchange (
              id bigint primary key, partner varchar(100) not null, control integer not null, kind varchar(10) not null,
              production boolean not null, name varchar(200) not null, content {bytes} not null,
              state varchar(20) not null, written_at bigint not null, sent_at bigint, answered_at bigint)""",
                            "create index if not exists plainclaim_interchange_number on plainclaim_interchange"
                                    + " (control, partner)",
                            "create index if not exists plainclaim_interchange_state on plainclaim_interchange (state)",
                            """
            create table if not exists plainclaim_submission (
              claim_number varchar(20) primary key, claim varchar(100) not null, claim_version bigint not null,
              cover_order integer not null, response varchar(100) not null, patient varchar(400) not null, payer varchar(100) not null,
              partner varchar(100) not null, form varchar(20) not null, frequency varchar(2) not null,
              original varchar(20) not null, state varchar(20) not null, hold varchar(40) not null,
              payer_number varchar(100) not null, next_payer varchar(10) not null, interchange bigint references plainclaim_interchange (id),
              content {text} not null, created_at bigint not null, changed_at bigint not null,
              unique (claim, claim_version, cover_order))""",
                            "create index if not exists plainclaim_submission_payer_number on plainclaim_submission"
                                    + " (payer_number)",
                            "create index if not exists plainclaim_submission_interchange on plainclaim_submission"
                                    + " (interchange)",
                            "create index if not exists plainclaim_submission_state on plainclaim_submission (state,"
                                    + " partner, form)",
                            "create index if not exists plainclaim_submission_next on plainclaim_submission"
                                    + " (next_payer)"),
                    // the same version can go out again after it was refused at the entrance; the old constraint has no
                    // name
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
                            "create index plainclaim_submission_next on plainclaim_submission (next_payer)")),
            "plainclaim_submission_schema");

    private SubmissionSchema() {}
}
