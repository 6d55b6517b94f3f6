-- What persons changed in the cloud, from before the first request to the verdict.
create table journal (
    id uuid primary key,
    stack varchar not null,
    begun_at timestamp(9) with time zone not null,
    -- it has a verdict
    over boolean not null,
    -- when somebody wants to be reminded to go back; null where nobody does, or it is settled
    reminder_at timestamp(9) with time zone,
    -- the whole entry, as JSON
    body varchar not null
);

create index journal_time on journal (begun_at);
create index journal_over on journal (over);
create index journal_reminder on journal (reminder_at);
