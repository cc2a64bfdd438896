package org.plainclaim.server.eligibility;

import java.util.List;
import org.plainclaim.server.store.OwnTables;

/** The tables of eligibility. */
final class EligibilitySchema {
    static final OwnTables.Room ROOM = new OwnTables.Room(
            "eligibility",
            List.of(List.of(
                    """
            create table if not exists plainclaim_eligibility_question (
              trace varchar(50) primary key, request varchar(100) not null, coverage varchar(100) not null,
              state varchar(20) not null, asked_at bigint not null, answered_at bigint not null, answer {text} not null,
              unique (request, coverage))""",
                    """
            create index if not exists plainclaim_eligibility_question_coverage
              on plainclaim_eligibility_question (coverage, state, answered_at)""",
                    """
            create index if not exists plainclaim_eligibility_question_state
              on plainclaim_eligibility_question (state, asked_at)""",
                    "alter table plainclaim_eligibility_question add column if not exists first_day date",
                    "alter table plainclaim_eligibility_question add column if not exists last_day date",
                    "alter table plainclaim_eligibility_question add column if not exists member varchar(300)",
                    "alter table plainclaim_eligibility_question add column if not exists taken_until bigint default 0"
                            + " not null",
                    """
            create table if not exists plainclaim_eligibility_due (
              appointment varchar(100) not null, occasion varchar(20) not null, due_on date not null,
              starts_on date not null, taken_until bigint not null, tries integer not null,
              primary key (appointment, occasion))""",
                    "create index if not exists plainclaim_eligibility_due_on on plainclaim_eligibility_due (due_on,"
                            + " taken_until)")));

    private EligibilitySchema() {}
}
