-- What happened to services and tasks, and ECS forgets.
create table fleet_event (
    -- the account and Region as the stack files reach them
    place varchar not null,
    cluster varchar not null,
    -- empty for a task without one
    service varchar not null,
    -- deployed, stopped or told
    kind varchar not null,
    -- as AWS names it
    id varchar not null,
    happened_at timestamp(9) with time zone not null,
    -- all of it, as JSON
    body varchar not null,
    primary key (place, kind, id)
);

create index fleet_event_time on fleet_event (place, cluster, service, happened_at);
