alter table plainclaim_submission add column if not exists asked_at bigint;

create table if not exists plainclaim_inquiry (
  partition_id integer not null, trace varchar(50) not null, claim_number varchar(20) not null,
  interchange bigint not null references plainclaim_interchange (id), asked_at bigint not null,
  answered_at bigint, primary key (partition_id, trace));

create index if not exists plainclaim_inquiry_claim on plainclaim_inquiry (partition_id, claim_number);
