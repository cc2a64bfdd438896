create table if not exists plainclaim_eligibility_question (
  partition_id integer not null, trace varchar(50) not null,
  request varchar(100) not null, coverage varchar(100) not null,
  state varchar(20) not null, asked_at bigint not null, answered_at bigint not null,
  answer {text} not null,
  first_day date, last_day date, member varchar(300), taken_until bigint default 0 not null,
  primary key (partition_id, trace),
  unique (partition_id, request, coverage));

create index if not exists plainclaim_eligibility_question_coverage
  on plainclaim_eligibility_question (partition_id, coverage, state, answered_at);

create index if not exists plainclaim_eligibility_question_state
  on plainclaim_eligibility_question (partition_id, state, asked_at);

create table if not exists plainclaim_eligibility_due (
  partition_id integer not null, appointment varchar(100) not null,
  occasion varchar(20) not null, due_on date not null,
  starts_on date not null, taken_until bigint not null, tries integer not null,
  primary key (partition_id, appointment, occasion));

create index if not exists plainclaim_eligibility_due_on on plainclaim_eligibility_due (partition_id, due_on, taken_until);
