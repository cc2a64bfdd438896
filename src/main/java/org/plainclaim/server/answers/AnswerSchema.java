package org.plainclaim.server.answers;

import java.util.List;
import org.plainclaim.server.store.OwnTables;

/** The tables of the answers. */
final class AnswerSchema {
    static final OwnTables.Room ROOM = new OwnTables.Room(
            "answers",
            List.of(
                    List.of(
                            """
            create table if not exists plainclaim_answer_file (
              digest varchar(64) primary key, partner varchar(100) not null, name varchar(300) not null,
              received bigint not null, bytes bigint not null, state varchar(20) not null, report varchar(8000) not null,
              acknowledgment bytea, acknowledged boolean not null)""",
                            "create index if not exists plainclaim_answer_file_state on plainclaim_answer_file (state,"
                                    + " received)",
                            """
            create table if not exists plainclaim_answer_chunk (
              digest varchar(64) not null, number integer not null, content bytea not null,
              primary key (digest, number))""",
                            """
            create table if not exists plainclaim_payment (
              payment varchar(64) primary key, transmission varchar(64) not null, digest varchar(64) not null,
              done integer not null, closed boolean not null, claims integer not null, paid numeric(18,2) not null)""",
                            """
            create table if not exists plainclaim_paid (
              payment varchar(64) not null, position integer not null, submitted varchar(100) not null,
              claim varchar(100), response varchar(100), outcome varchar(20) not null, charge numeric(18,2) not null,
              paid numeric(18,2) not null, primary key (payment, position))""",
                            "create index if not exists plainclaim_paid_claim on plainclaim_paid (claim)",
                            """
            create table if not exists plainclaim_parked (
              digest varchar(64) not null, kind varchar(20) not null, position varchar(100) not null,
              submitted varchar(100) not null, number varchar(100) not null, work varchar(200) not null,
              primary key (digest, kind, position))""",
                            """
            create table if not exists plainclaim_answered (
              submission varchar(100) primary key, phase integer not null, said_on date not null)""",
                            """
            create table if not exists plainclaim_denial (
              id varchar(64) primary key, said_on date not null, payer varchar(100) not null, payer_name varchar(200) not null,
              claim varchar(100) not null, response varchar(100) not null, answer varchar(20) not null,
              cas_group varchar(10) not null, reason varchar(10) not null, remarks varchar(200) not null,
              procedure_code varchar(20) not null, amount numeric(18,2) not null)""",
                            "create index if not exists plainclaim_denial_said_on on plainclaim_denial (said_on)",
                            """
            create table if not exists plainclaim_denial_edit (
              denial varchar(64) not null, edit varchar(60) not null, primary key (denial, edit))""")));

    private AnswerSchema() {}
}
