-- What a console was told of the cloud, as it came: from it follows what the screens showed at any moment.
create table answer_frame (
    number bigint generated always as identity primary key,
    -- the account and Region as the stack files reach them, or the console itself
    place varchar not null,
    -- when the console began to be told of the place
    session_at timestamp(9) with time zone not null,
    from_at timestamp(9) with time zone not null,
    to_at timestamp(9) with time zone not null,
    -- begins with all that was known
    whole boolean not null,
    -- answers and samples, compressed
    body varbinary not null
);

create index answer_frame_time on answer_frame (place, from_at);
