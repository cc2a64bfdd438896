create table if not exists plainclaim_practice (
  partition_id integer primary key, name varchar(100) not null unique);
