-- When a day was read as it stands; null of what was kept before anybody noted it.
alter table cost_day add column read_at timestamp(9) with time zone;
