create table if not exists plainclaim_label (
  partition_id integer not null, res_type varchar(40) not null, res_id varchar(64) not null,
  labels varchar(600) not null, part_two boolean not null, authors varchar(1000) not null,
  lowered varchar(200) not null, primary key (partition_id, res_type, res_id));

create table if not exists plainclaim_program (
  partition_id integer not null, source varchar(400) not null, primary key (partition_id, source));

create table if not exists plainclaim_relabel (
  id varchar(36) primary key, partition_id integer not null, about varchar(110) not null, reached bigint not null,
  asked_at bigint not null);
