create table if not exists plainclaim_answer_file (
  partition_id integer not null, digest varchar(64) not null,
  partner varchar(100) not null, name varchar(300) not null,
  received bigint not null, bytes bigint not null, state varchar(20) not null,
  report varchar(8000) not null,
  acknowledgment bytea, acknowledged boolean not null,
  primary key (partition_id, digest));

create index if not exists plainclaim_answer_file_state on plainclaim_answer_file (partition_id, state, received);

create table if not exists plainclaim_answer_chunk (
  partition_id integer not null, digest varchar(64) not null, number integer not null,
  content bytea not null,
  primary key (partition_id, digest, number));

create table if not exists plainclaim_payment (
  partition_id integer not null, payment varchar(64) not null,
  transmission varchar(64) not null, digest varchar(64) not null,
  done integer not null, closed boolean not null, claims integer not null,
  paid numeric(18,2) not null,
  primary key (partition_id, payment));

create table if not exists plainclaim_paid (
  partition_id integer not null, payment varchar(64) not null,
  position integer not null, submitted varchar(100) not null,
  claim varchar(100), response varchar(100), outcome varchar(20) not null,
  charge numeric(18,2) not null,
  paid numeric(18,2) not null, primary key (partition_id, payment, position));

create index if not exists plainclaim_paid_claim on plainclaim_paid (partition_id, claim);

create table if not exists plainclaim_parked (
  partition_id integer not null, digest varchar(64) not null,
  kind varchar(20) not null, position varchar(100) not null,
  submitted varchar(100) not null, number varchar(100) not null, work varchar(200) not null,
  primary key (partition_id, digest, kind, position));

create table if not exists plainclaim_answered (
  partition_id integer not null, submission varchar(100) not null,
  phase integer not null, said_on date not null,
  primary key (partition_id, submission));

create table if not exists plainclaim_denial (
  partition_id integer not null, id varchar(64) not null, said_on date not null,
  payer varchar(100) not null, payer_name varchar(200) not null,
  claim varchar(100) not null, response varchar(100) not null, answer varchar(20) not null,
  cas_group varchar(10) not null, reason varchar(10) not null, remarks varchar(200) not null,
  procedure_code varchar(20) not null, amount numeric(18,2) not null,
  primary key (partition_id, id));

create index if not exists plainclaim_denial_said_on on plainclaim_denial (partition_id, said_on);

create table if not exists plainclaim_denial_edit (
  partition_id integer not null, denial varchar(64) not null,
  edit varchar(60) not null, primary key (partition_id, denial, edit));
