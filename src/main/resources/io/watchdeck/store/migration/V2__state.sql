-- The newest answer to each question about the cloud, so that the next start shows it at once.
create table state (
    -- the account and Region as the stack files reach them
    place varchar not null,
    -- such as services
    topic varchar not null,
    -- what it is about, as JSON
    about varchar not null,
    as_of timestamp(9) with time zone not null,
    -- the answer, as JSON
    answer varchar not null,
    primary key (place, topic, about)
);
