-- What RDS tells of databases, and forgets after 14 days.
create table database_event (
    -- the account and Region as the stack files reach them
    place varchar not null,
    -- as the stack file names it
    database_id varchar not null,
    -- made of whom and what it tells: RDS gives it no name
    id varchar not null,
    happened_at timestamp(9) with time zone not null,
    -- all of it, as JSON
    body varchar not null,
    primary key (place, database_id, id)
);

create index database_event_time on database_event (place, database_id, happened_at);
