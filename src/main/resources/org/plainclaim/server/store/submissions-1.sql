create sequence if not exists plainclaim_interchange_control start with 1 increment by 1
  minvalue 1 maxvalue 999999999 cycle;

create sequence if not exists plainclaim_interchange_id start with 1 increment by 1;

create table if not exists plainclaim_interchange (
  partition_id integer not null, id bigint primary key, partner varchar(100) not null,
  control integer not null, kind varchar(10) not null,
  production boolean not null, name varchar(200) not null, content {bytes} not null,
  state varchar(20) not null, written_at bigint not null, sent_at bigint, answered_at bigint);

create index if not exists plainclaim_interchange_number on plainclaim_interchange (partition_id, control, partner);

create index if not exists plainclaim_interchange_state on plainclaim_interchange (partition_id, state);

create table if not exists plainclaim_submission (
  partition_id integer not null, claim_number varchar(20) not null,
  claim varchar(100) not null, claim_version bigint not null,
  cover_order integer not null, attempt integer not null, response varchar(100) not null,
  patient varchar(400) not null, payer varchar(100) not null,
  partner varchar(100) not null, form varchar(20) not null, frequency varchar(2) not null,
  original varchar(20) not null, state varchar(20) not null, hold varchar(40) not null,
  payer_number varchar(100) not null, next_payer varchar(10) not null,
  interchange bigint references plainclaim_interchange (id),
  content {text} not null, created_at bigint not null, changed_at bigint not null,
  primary key (partition_id, claim_number),
  unique (partition_id, claim, claim_version, cover_order, attempt));

create index if not exists plainclaim_submission_payer_number on plainclaim_submission (partition_id, payer_number);

create index if not exists plainclaim_submission_interchange on plainclaim_submission (partition_id, interchange);

create index if not exists plainclaim_submission_state on plainclaim_submission (partition_id, state, partner, form);

create index if not exists plainclaim_submission_next on plainclaim_submission (partition_id, next_payer);
