alter table plainclaim_interchange add column if not exists attempted_at bigint;
