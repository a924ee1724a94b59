-- 进村的日子: when an official goes to villages, and whom they meet there.

create table village_days (
    station_id     BIGINT   not null,
    id             ID       not null,
    on_day         DAY      not null,
    official_id    INTEGER  not null,
    starts_at      INSTANT  not null,
    ends_at        INSTANT  not null,
    villages       JSON     not null,           -- codes of divisions, in the order of the route
    matters        JSON     not null,           -- what can be done there: ids
    stops          SMALLINT not null,           -- how many villages
    travel         SMALLINT not null check (travel between 0 and 120),   -- minutes on the road to each village and each home
    minutes        SMALLINT not null check (minutes between 1 and 1440), -- from start to end
    used           SMALLINT not null,           -- of them: the road, and what was promised
    state          SMALLINT not null,           -- villages::rules::DayState
    trip           INTEGER,                     -- the declaration of presence that made it; null = it was planned
    reason         TEXT     not null,           -- why it was called off
    made_by        ID,                          -- the staff who planned it
    made_at        INSTANT  not null,
    primary key (station_id, id),
    foreign key (station_id, official_id) references officials (station_id, id),
    -- No day is fuller than it is long.
    check (used between 0 and minutes)
);
create index village_days_by_day on village_days (station_id, on_day);
create index village_days_over on village_days (ends_at) where state = 0;
-- Nobody is on two routes on one day.
create unique index village_days_once on village_days (station_id, official_id, on_day) where state < 2;

-- Somebody who is met there, or is asked whether they want to be.
create table village_visits (
    station_id     BIGINT   not null,
    id             ID       not null,           -- in its address: it cannot be guessed
    day_id         ID       not null,
    on_day         DAY      not null,           -- the day's
    village        BIGINT   not null,           -- the division's code
    matter_id      INTEGER  not null,
    version        INTEGER  not null,           -- of the checklist that they saw
    minutes        SMALLINT not null,           -- how long the matter takes
    at_home        FLAG     not null,           -- they cannot walk; else at the village's office
    ticket_id      ID,                          -- their number in the hall, if they were asked because of it
    person_id      ID,
    name_sealed    BYTES,
    phone_sealed   BYTES,                       -- of whoever asked without an account
    phone_hash     BYTES,                       -- keyed hash of it
    phone_told     FLAG     not null,           -- they agreed that the number stands on the route sheet
    state          SMALLINT not null,           -- villages::rules::VisitState
    lapses_at      INSTANT,                     -- of an offer that nobody has answered
    next_step      SMALLINT,                    -- villages::rules::Next, of who was not met
    made_at        INSTANT  not null,
    primary key (station_id, id),
    foreign key (station_id, day_id) references village_days (station_id, id)
);
create index village_visits_of_day on village_visits (station_id, day_id);
create index village_visits_by_person on village_visits (person_id, station_id);
create index village_visits_by_phone on village_visits (phone_hash) where phone_hash is not null;
create index village_visits_lapsing on village_visits (lapses_at) where state = 0;
create index village_visits_by_day on village_visits (on_day);
-- One person has one place on a day.
create unique index village_visits_once on village_visits (station_id, on_day, person_id)
    where person_id is not null and state = 1;
create unique index village_visits_once_by_phone on village_visits (station_id, on_day, phone_hash)
    where phone_hash is not null and state = 1;
-- Nobody is asked twice to one day for one number.
create unique index village_visits_of_ticket on village_visits (station_id, day_id, ticket_id) where ticket_id is not null;

-- In which village whoever holds a ticket lives, if they said so.
create table ticket_villages (
    station_id     BIGINT   not null,
    ticket_id      ID       not null,
    village        BIGINT   not null,
    on_day         DAY      not null,           -- the ticket's
    primary key (station_id, ticket_id),
    foreign key (station_id, ticket_id) references tickets (station_id, id)
);
create index ticket_villages_by_day on ticket_villages (on_day);

-- Field trips to a village are looked for again and again.
create index presences_to_villages on presences (declared_at) where village is not null;
