create index if not exists plainclaim_denial_response on plainclaim_denial (partition_id, response);
