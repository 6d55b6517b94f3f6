-- Episodes of alarms, from raised to resolved, with what people said of them.
create table occurrence (
    id uuid primary key,
    stack varchar not null,
    -- of the component, as in service
    kind varchar not null,
    component varchar not null,
    -- what is wrong: a metric and the side on which it is bad, or an alarm's name
    topic varchar not null,
    raised_at timestamp(9) with time zone not null,
    -- null while it is not over
    resolved_at timestamp(9) with time zone,
    -- what is found now, how it stands and who has it, as JSON
    body varchar not null
);

create index occurrence_time on occurrence (stack, raised_at);
create index occurrence_resolved on occurrence (resolved_at);

-- What happened to them, in order.
create table occurrence_change (
    number bigint generated always as identity primary key,
    occurrence uuid not null,
    stack varchar not null,
    happened_at timestamp(9) with time zone not null,
    -- raised, acknowledged, resolved, ...
    what varchar not null,
    -- somebody was told
    tells boolean not null,
    -- as the occurrence stood then, as JSON
    body varchar not null
);

create index occurrence_change_time on occurrence_change (stack, happened_at);
create index occurrence_change_of on occurrence_change (occurrence);

-- Until when the rules of a stack have been judged.
create table stack_judged (
    stack varchar primary key,
    until_at timestamp(9) with time zone not null
);
