create table if not exists plainclaim_label (
  partition_id integer not null, res_type varchar(40) not null, res_id varchar(64) not null,
  labels varchar(600) not null, part_two boolean not null, authors varchar(1000) not null,
  lowered varchar(200) not null, primary key (partition_id, res_type, res_id));

create table if not exists plainclaim_program (
  partition_id integer not null, source varchar(400) not null, primary key (partition_id, source));

create table if not exists plainclaim_relabel (
  id varchar(36) primary key, partition_id integer not null, about varchar(110) not null, reached bigint not null,
  asked_at bigint not null);

create table if not exists plainclaim_disclosure (
  id varchar(36) primary key, partition_id integer not null, at bigint not null, patient varchar(110) not null,
  contents varchar(2000) not null, recipient varchar(200) not null, way varchar(20) not null,
  purpose varchar(20) not null, labels varchar(600) not null, decision varchar(100) not null,
  consent varchar(110) not null, notice varchar(60) not null, notice_at varchar(100) not null);

create index if not exists plainclaim_disclosure_patient on plainclaim_disclosure (partition_id, patient, at);
