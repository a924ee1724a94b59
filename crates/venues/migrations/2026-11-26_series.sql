-- 长期预订: one offering again and again by a rule of dates, and what became of each date.

create table series (
    station_id     BIGINT   not null,
    id             ID       not null,
    offering_id    INTEGER  not null,
    venue_id       INTEGER  not null,
    person_id      ID,                          -- who holds it: a person …
    guest_sealed   BYTES,                       -- … under the name that a clerk typed, or the name alone …
    owner_id       INTEGER,                     -- … or an office that shares the station …
    club_id        ID,                          -- … or a club
    title          TEXT     not null,           -- what it is for; may be empty
    rule           TEXT     not null,           -- RRULE of RFC 5545 and RFC 7529
    starts_on      DAY      not null,           -- where the rule begins to count
    ends_on        DAY,                         -- the last day on which it may still happen, whatever the rule says
    at_minute      INTEGER  not null check (at_minute between 0 and 1439),
    minutes        INTEGER  not null,
    group_size     INTEGER  not null,
    skips_holidays FLAG     not null,
    self_made      FLAG     not null,           -- by the person: quotas count
    source         SMALLINT not null,           -- of its reservations
    split_from     ID,                          -- the series that it goes on from
    known_until    DAY,                         -- up to here every date has its outcome
    look_at        INSTANT,                     -- when there will be something to do; null = nothing any more
    made_at        INSTANT  not null,
    changed_at     INSTANT  not null,
    ended_at       INSTANT,
    primary key (station_id, id),
    foreign key (station_id, offering_id) references offerings (station_id, id)
);
create index series_by_person on series (person_id, station_id);
create index series_by_club on series (station_id, club_id);
create index series_to_look_at on series (look_at) where look_at is not null;

create table series_dates (
    station_id     BIGINT   not null,
    series_id      ID       not null,
    on_day         DAY      not null,           -- as the rule names it, wherever its reservation was moved
    outcome        SMALLINT not null,           -- 0 booked, 1 skipped, 2 clash, 3 not known yet
    reservation_id ID,
    why            JSON,
    changed_at     INSTANT  not null,
    primary key (station_id, series_id, on_day),
    check ((outcome = 0) = (reservation_id is not null)),
    foreign key (station_id, series_id) references series (station_id, id)
);
create unique index series_dates_by_reservation on series_dates (station_id, reservation_id);
