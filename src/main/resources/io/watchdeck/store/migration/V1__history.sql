-- Names of series, each written once.
create table series (
    id integer primary key,
    stack varchar not null,
    metric varchar not null,
    component varchar not null,
    constraint series_name unique (stack, metric, component)
);

-- Samples, a block of neighbouring periods in one row. The key is not the row's place: rows lie in the order in which
-- they were written, so that what is read in a minute, of all series, is written in few pages.
create table metric_block (
    series integer not null,
    -- 0 minutes, 1 five minutes and 3 hours as they were added; 2 five minutes and 4 hours as rolled up
    kind tinyint not null,
    -- which block of its kind since 1970: of an hour (minutes), a day (five minutes), 30 days (hours)
    number integer not null,
    cells varbinary not null,
    primary key (series, kind, number)
);

-- When a figure was read (no reason), and when and why it was not. Seconds since 1970.
create table coverage (
    series integer not null,
    from_second bigint not null,
    to_second bigint not null,
    reason varchar,
    primary key (series, from_second)
);

-- The console's own calls and what they cost, in dollars, by day of UTC.
create table meter (
    account varchar not null,
    -- "day" is reserved
    utc_day date not null,
    call varchar not null,
    calls bigint not null,
    price decimal(24, 12) not null,
    primary key (utc_day, account, call)
);
