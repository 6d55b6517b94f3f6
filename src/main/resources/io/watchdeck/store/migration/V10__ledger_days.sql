-- What a day of UTC holds of a service, in one row: counts, rates and waiting times of months are made of some hundred
-- rows, where the lines and tasks themselves are a million.
create table ledger_day (
    place varchar not null,
    cluster varchar not null,
    service varchar not null,
    -- days since 1970
    epoch_day integer not null,
    -- of each line, in order of time: nanoseconds since the day began × 8, and 4 for a placement failure, 2 where the task
    -- had begun to run, 1 where another one ran in its place
    marks bigint array not null,
    -- of each of them: wait_millis, or -1
    waits bigint array not null,
    primary key (place, cluster, service, epoch_day)
);

insert into ledger_day
select place, cluster, service, nanos / 86400000000000,
    array_agg(mod(nanos, 86400000000000) * 8 + case kind when 'PLACEMENT_FAILURE' then 4 else 0 end
        + case when ran then 2 else 0 end + case when replaced then 1 else 0 end order by nanos, id),
    array_agg(coalesce(wait_millis, -1) order by nanos, id)
from (select e.*, datediff(nanosecond, timestamp with time zone '1970-01-01 00:00:00+00:00', happened_at) as nanos
    from ledger_entry e)
group by place, cluster, service, nanos / 86400000000000;

drop index ledger_entry_quarter;
alter table ledger_entry drop column quarter;

-- Tasks that ran on Spot, by the day of UTC on which they ended.
create table ledger_run_day (
    place varchar not null,
    cluster varchar not null,
    service varchar not null,
    -- days since 1970; 2932896, which is 9999-12-31, of those that run
    epoch_day integer not null,
    -- nanoseconds since 1970
    started bigint array not null,
    -- nanoseconds since the day began
    ended bigint array not null,
    primary key (place, cluster, service, epoch_day)
);

insert into ledger_run_day
select place, cluster, service, epoch_day,
    array_agg(datediff(nanosecond, timestamp with time zone '1970-01-01 00:00:00+00:00', started_at)
        order by started_at, task),
    array_agg(case epoch_day when 2932896 then 0 else mod(datediff(nanosecond,
        timestamp with time zone '1970-01-01 00:00:00+00:00', ended_at), 86400000000000) end order by started_at, task)
from (select r.*, datediff(day, date '1970-01-01', cast(ended_at at time zone 'UTC' as date)) as epoch_day
    from ledger_run r)
group by place, cluster, service, epoch_day;
