create table if not exists plainclaim_export (
  id varchar(36) primary key, partition_id integer not null, owner varchar(600) not null, made_at bigint not null,
  request varchar(4000) not null, since_millis bigint not null, patients {text} not null, left_out varchar(2000) not null);

create table if not exists plainclaim_export_file (
  partition_id integer not null, export_id varchar(36) not null, number integer not null, res_type varchar(40) not null,
  after_row bigint not null, up_to_row bigint not null, primary key (export_id, number));
