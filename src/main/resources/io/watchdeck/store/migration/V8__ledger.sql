-- Spot interruptions and placement failures.
create table ledger_entry (
    -- the account and Region as the stack files reach them
    place varchar not null,
    cluster varchar not null,
    service varchar not null,
    -- INTERRUPTION or PLACEMENT_FAILURE
    kind varchar not null,
    -- ARN of the task or id of the event
    id varchar not null,
    happened_at timestamp(9) with time zone not null,
    -- quarters of an hour since 1970
    quarter integer not null,
    -- of an interruption: the task had begun to run, and another one ran in its place
    ran boolean not null,
    replaced boolean not null,
    -- from the stop until that one ran; null where either is not known
    wait_millis bigint,
    -- all of it, as JSON
    body varchar not null,
    primary key (place, kind, id)
);

create index ledger_entry_newest on ledger_entry (place, cluster, service, happened_at desc, id desc);
create index ledger_entry_quarter on ledger_entry (place, cluster, service, quarter, kind, happened_at);

-- Tasks that ran on Spot.
create table ledger_run (
    place varchar not null,
    cluster varchar not null,
    service varchar not null,
    -- its ARN
    task varchar not null,
    started_at timestamp(9) with time zone not null,
    -- 9999-12-31 while it runs
    ended_at timestamp(9) with time zone not null,
    primary key (place, task)
);

create index ledger_run_end on ledger_run (place, cluster, service, ended_at, started_at);

-- When somebody looked: intervals that neither touch nor overlap.
create table ledger_watched (
    place varchar not null,
    cluster varchar not null,
    -- whose events were looked at; empty for the tasks of the cluster
    service varchar not null,
    from_at timestamp(9) with time zone not null,
    to_at timestamp(9) with time zone not null,
    primary key (place, cluster, service, from_at)
);
