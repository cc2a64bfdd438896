create table if not exists plainclaim_note (
  partition_id integer not null, note varchar(100) not null, version bigint not null,
  patient varchar(400) not null,
  clinician varchar(400) not null, encounter varchar(400) not null, written_on date,
  written bigint, signed bigint, words integer not null, signature varchar(700),
  primary key (partition_id, note));

create index if not exists plainclaim_note_encounter on plainclaim_note (partition_id, encounter);

create index if not exists plainclaim_note_clinician on plainclaim_note (partition_id, clinician, written_on);

create table if not exists plainclaim_note_band (partition_id integer not null, note varchar(100) not null, band bigint not null);

create index if not exists plainclaim_note_band_band on plainclaim_note_band (partition_id, band);

create index if not exists plainclaim_note_band_note on plainclaim_note_band (partition_id, note);

create table if not exists plainclaim_billed (
  partition_id integer not null, claim varchar(100) not null,
  practice varchar(400) not null, clinician varchar(400) not null,
  encounter varchar(400) not null, serviced_on date, code varchar(20) not null,
  created bigint);

create index if not exists plainclaim_billed_claim on plainclaim_billed (partition_id, claim);

create index if not exists plainclaim_billed_encounter on plainclaim_billed (partition_id, encounter);

create index if not exists plainclaim_billed_practice on plainclaim_billed (partition_id, practice, serviced_on);

create index if not exists plainclaim_billed_clinician on plainclaim_billed (partition_id, clinician, serviced_on);
