-- 活动: what is on, again and again by a rule of dates, and each time that it is.

create table activity_series (
    station_id     BIGINT   not null,
    id             ID       not null,
    kind           SMALLINT not null,           -- rules::Kind: 0 activity, 1 fair
    title          TEXT     not null,
    about          TEXT     not null,           -- may be empty, as are the texts below
    place          TEXT     not null,           -- where, in words; with a room it says more about it
    audience       TEXT     not null,           -- who may come
    bring          TEXT     not null,           -- what to bring
    rule           TEXT     not null,           -- RRULE of RFC 5545 and RFC 7529; empty = once, on the day of starts_on
    starts_on      DAY      not null,           -- where the rule begins to count
    ends_on        DAY,                         -- the last day on which it may still happen, whatever the rule says
    at_minute      INTEGER  not null check (at_minute between 0 and 1439),
    minutes        INTEGER  not null check (minutes between 1 and 4320),
    skips_holidays FLAG     not null,
    offering_id    INTEGER,                     -- the room that each time holds, through stations::Rooms
    owner_id       INTEGER  not null,           -- the office that holds it
    min_age        SMALLINT,
    max_age        SMALLINT,
    guardian_under SMALLINT,                    -- younger ones come with somebody grown up
    capacity       INTEGER  check (capacity > 0),   -- null = everybody may come
    joining        SMALLINT not null,           -- rules::Joining: 0 just come, 1 sign up, 2 sign up and a draw
    opens_days     SMALLINT not null,           -- so many days before a time signing up begins
    closes_minutes INTEGER  not null,           -- so many minutes before it ends
    sequence       INTEGER  not null,           -- grows with each change
    split_from     ID,                          -- the series that it goes on from
    known_until    DAY,                         -- up to here every date is there
    look_at        INSTANT,                     -- when there will be something to do; null = nothing any more
    made_at        INSTANT  not null,
    changed_at     INSTANT  not null,
    ended_at       INSTANT,
    primary key (station_id, id),
    foreign key (station_id, owner_id) references owners (station_id, id)
);
create index activity_series_to_look_at on activity_series (look_at) where look_at is not null;

create table occurrences (
    station_id     BIGINT   not null,
    id             ID       not null,           -- its UID in calendars: it stays whatever becomes of it
    series_id      ID       not null,
    on_day         DAY      not null,           -- as the rule names it, wherever it was moved
    starts_at      INSTANT  not null,
    ends_at        INSTANT  not null,
    moved          FLAG     not null,           -- it has a time of its own and keeps it when the series gets another
    title          TEXT,                        -- null = as its series says, as for the place
    place          TEXT,
    note           TEXT     not null,           -- what is to be said of this one only; may be empty
    state          SMALLINT not null,           -- rules::State: 0 on, 1 called off
    reason         TEXT     not null,           -- why it was called off, for everybody
    offering_id    INTEGER,                     -- a room of its own; null = as its series has it
    reservation_id ID,                          -- its room, if it holds one
    no_room        JSON,                        -- why it holds none although one is wanted: stations::NoRoom
    without_room   FLAG     not null,           -- somebody decided that it needs none
    capacity       INTEGER  check (capacity > 0),   -- null = everybody may come
    own_capacity   FLAG     not null,           -- it keeps its places when the series gets others
    taken          INTEGER  not null default 0 check (taken >= 0),
    lined          INTEGER  not null default 0 check (lined >= 0),
    sequence       INTEGER  not null,           -- of its entry in calendars: grows with each change
    changed_at     INSTANT  not null,
    primary key (station_id, id),
    check (capacity is null or taken <= capacity),
    check (ends_at > starts_at),
    check (reservation_id is null or no_room is null),
    foreign key (station_id, series_id) references activity_series (station_id, id)
);
create unique index occurrences_by_day on occurrences (station_id, series_id, on_day);
create index occurrences_by_start on occurrences (station_id, starts_at);
create index occurrences_by_end on occurrences (station_id, ends_at);
create index occurrences_held on occurrences (starts_at) where reservation_id is not null;
create unique index occurrences_by_reservation on occurrences (station_id, reservation_id);
