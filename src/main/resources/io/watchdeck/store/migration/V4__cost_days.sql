-- What each day cost, which Cost Explorer tells for thirteen months and for a cent.
create table cost_day (
    -- the account and Region as the stack files reach them
    place varchar not null,
    -- which costs are counted: the tags and services of a stack's filter
    filter varchar not null,
    -- of UTC
    first_day date not null,
    -- exclusive: later than the day after for days that the bill does not tell apart
    end_day date not null,
    -- empty: the days are counted, whatever they cost
    service varchar not null,
    -- empty: all of the service
    usage_type varchar not null,
    amount decimal(30, 12) not null,
    currency varchar(3) not null,
    -- the bill may still change
    estimated boolean not null,
    primary key (place, filter, first_day, service, usage_type)
);
