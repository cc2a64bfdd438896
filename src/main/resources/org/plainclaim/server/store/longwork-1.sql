create table if not exists plainclaim_long_work (
  partition_id integer not null, id varchar(40) not null, kind varchar(40) not null,
  first_day date not null, last_day date not null, agent {text} not null, asked_by varchar(400) not null,
  state varchar(20) not null, total integer not null,
  ready integer not null, refused integer not null, held integer not null, elsewhere integer not null,
  failed integer not null,
  asked_at bigint not null, began_at bigint not null, ended_at bigint not null, worked_millis bigint not null,
  owner varchar(60) not null, taken_until bigint not null,
  primary key (partition_id, id));

create index if not exists plainclaim_long_work_asked on plainclaim_long_work (partition_id, asked_at);

create table if not exists plainclaim_long_work_item (
  partition_id integer not null, work varchar(40) not null, number integer not null,
  item varchar(100) not null, outcome varchar(20) not null, rule varchar(200) not null, reason varchar(2000) not null,
  primary key (partition_id, work, number));

create index if not exists plainclaim_long_work_outcome
  on plainclaim_long_work_item (partition_id, work, outcome, number);
