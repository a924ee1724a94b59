-- 交流会: the programme of a fair, its plan, and who sells what where.

-- How stall places are given away. Without a row they are not given away through the program.
create table fair_terms (
    station_id     BIGINT   not null,
    occurrence_id  ID       not null,
    rule           SMALLINT not null,           -- fair::rules::Rule
    until_at       INSTANT  not null,           -- until when one may apply
    commitment     TEXT     not null,           -- SHA-256 of the seed of the draw: public from the first
    seed_sealed    BYTES    not null,           -- the seed until then
    seed           TEXT,                        -- the seed, for everybody: set when it is drawn, with what follows
    draw           JSON,                        -- draws::rules::StallDraw: numbers, places, who got what; no names
    drawn_at       INSTANT,
    primary key (station_id, occurrence_id),
    foreign key (station_id, occurrence_id) references occurrences (station_id, id),
    check ((seed is null) = (drawn_at is null) and (draw is null) = (drawn_at is null))
);

create table fair_entries (
    station_id     BIGINT   not null,
    id             ID       not null,
    occurrence_id  ID       not null,
    starts_at      INSTANT  not null,
    ends_at        INSTANT  not null,
    title          TEXT     not null,           -- 秦腔《花亭相会》
    place          TEXT     not null,           -- where; may be empty, as may be who
    who            TEXT     not null,           -- 平安秦剧团
    off_why        TEXT,                        -- called off, and why; null = it is on
    primary key (station_id, id),
    foreign key (station_id, occurrence_id) references occurrences (station_id, id),
    check (starts_at < ends_at)
);
create index fair_entries_of on fair_entries (station_id, occurrence_id, starts_at);

-- The numbered places of the plan, in units of half a metre from its corner.
create table fair_places (
    station_id     BIGINT   not null,
    occurrence_id  ID       not null,
    code           TEXT     not null,           -- A12
    kind           SMALLINT not null,           -- fair::rules::PlaceKind
    label          TEXT     not null,           -- of what is no stall: 戏台
    goods          SMALLINT,                    -- fair::rules::Goods that may be sold there; null = any
    metres         SMALLINT not null check (metres between 0 and 50),
    power          FLAG     not null,
    x              INTEGER  not null check (x between 0 and 2000),
    y              INTEGER  not null check (y between 0 and 2000),
    wide           INTEGER  not null check (wide between 1 and 2000),
    tall           INTEGER  not null check (tall between 1 and 2000),
    primary key (station_id, occurrence_id, code),
    foreign key (station_id, occurrence_id) references occurrences (station_id, id)
);

-- Who wants a stall place, and who has one.
create table stall_applications (
    station_id     BIGINT   not null,
    id             ID       not null,           -- in its address: it cannot be guessed
    occurrence_id  ID       not null,
    number         INTEGER  not null,           -- in the order in which they came
    turn           INTEGER  not null,           -- its place in line: the number, or what the draw said
    goods          SMALLINT not null,
    sells          TEXT     not null,           -- what is sold, in their words
    metres         SMALLINT not null check (metres between 1 and 50),
    power          FLAG     not null,
    trade_name     TEXT     not null,           -- may be empty
    trade_public   FLAG     not null,           -- they want it to be read
    name_sealed    BYTES,
    phone_sealed   BYTES,
    phone_hash     BYTES,
    state          SMALLINT not null,           -- fair::rules::Stands
    code           TEXT,                        -- the place that it has
    made_by        ID,                          -- the staff who typed it
    made_at        INSTANT  not null,
    on_day         DAY      not null,           -- the fair's
    primary key (station_id, id),
    foreign key (station_id, occurrence_id) references occurrences (station_id, id),
    foreign key (station_id, occurrence_id, code) references fair_places (station_id, occurrence_id, code),
    check ((state = 1) = (code is not null))
);
create unique index stall_applications_of on stall_applications (station_id, occurrence_id, number);
-- A place is given once.
create unique index stall_places_once on stall_applications (station_id, occurrence_id, code) where code is not null;
create index stall_applications_by_phone on stall_applications (phone_hash) where phone_hash is not null;
create index stall_applications_named on stall_applications (on_day) where name_sealed is not null;
