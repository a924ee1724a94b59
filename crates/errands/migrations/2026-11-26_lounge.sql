-- 候休区: how many seats there are to wait in, and how many were taken when somebody last looked. It names nobody.
create table lounges (
    station_id     BIGINT   not null primary key,
    seats          INTEGER  not null check (seats between 1 and 500),
    taken          INTEGER  not null,
    seen_at        INSTANT  not null,           -- when somebody last looked
    check (taken between 0 and seats)
);
