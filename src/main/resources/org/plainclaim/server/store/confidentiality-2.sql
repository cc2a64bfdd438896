create table if not exists plainclaim_consent_day (
  partition_id integer not null, patient varchar(110) not null, changes_on date not null);

create index if not exists plainclaim_consent_day_patient on plainclaim_consent_day (partition_id, patient);

create index if not exists plainclaim_consent_day_on on plainclaim_consent_day (partition_id, changes_on);
