-- For whom the calls were made: "stack chat-prod", "several 3", "console"; "unknown" of those counted before.
alter table meter add column payer varchar default 'unknown' not null;
-- What the price counts: metrics of GetMetricData, of which each cost 0.00001 dollars until now; else the calls.
alter table meter add column units bigint default 0 not null;
update meter set units = case when call = 'CloudWatch:GetMetricData' then round(price * 100000) else calls end;
alter table meter drop primary key;
alter table meter add primary key (utc_day, account, call, payer);
