-- So that places in line and series whose time is over lose whose they were.

create index waits_with_somebody on waits (latest_at) where person_id is not null or guest_sealed is not null;
alter table series add column forgotten_at INSTANT;             -- since when nobody knows whose it was
create index series_with_somebody on series (ends_on) where forgotten_at is null;
