package org.plainclaim.server.signals;

import java.util.List;
import org.plainclaim.server.store.OwnTables;

/** The tables of the signals. */
final class SignalSchema {
    static final OwnTables.Room ROOM = new OwnTables.Room(
            "signals",
            List.of(List.of(
                    """
            create table if not exists plainclaim_note (
              note varchar(100) primary key, version bigint not null, patient varchar(400) not null,
              clinician varchar(400) not null, encounter varchar(400) not null, written_on date,
              written bigint, signed bigint, words integer not null, signature varchar(700))""",
                    "create index if not exists plainclaim_note_encounter on plainclaim_note (encounter)",
                    "create index if not exists plainclaim_note_clinician on plainclaim_note (clinician,"
                            + " written_on)",
                    "create table if not exists plainclaim_note_band (note varchar(100) not null, band bigint"
                            + " not null)",
                    "create index if not exists plainclaim_note_band_band on plainclaim_note_band (band)",
                    "create index if not exists plainclaim_note_band_note on plainclaim_note_band (note)",
                    """
            create table if not exists plainclaim_billed (
              claim varchar(100) not null, practice varchar(400) not null, clinician varchar(400) not null,
              encounter varchar(400) not null, serviced_on date, code varchar(20) not null, created bigint)""",
                    "create index if not exists plainclaim_billed_claim on plainclaim_billed (claim)",
                    "create index if not exists plainclaim_billed_encounter on plainclaim_billed (encounter)",
                    "create index if not exists plainclaim_billed_practice on plainclaim_billed (practice,"
                            + " serviced_on)",
                    "create index if not exists plainclaim_billed_clinician on plainclaim_billed (clinician,"
                            + " serviced_on)")));

    private SignalSchema() {}
}
