-- 场地与预订: rooms, what they are made of, what one can book of them, and who has it when.

create table venues (
    station_id     BIGINT   not null,
    id             INTEGER  not null,
    slug           TEXT     not null,
    name_zh        TEXT     not null,
    name_en        TEXT     not null,
    kind           TEXT     not null,
    owner_id       INTEGER  not null,
    hours          TEXT,                        -- opening_hours; null = the station's
    note_zh        TEXT     not null,
    note_en        TEXT     not null,
    key_kind       TEXT     not null,
    place_in_list  INTEGER  not null,
    version        INTEGER  not null,
    primary key (station_id, id)
);
create unique index venues_by_slug on venues (station_id, slug);

create table atoms (
    station_id     BIGINT   not null,
    id             INTEGER  not null,
    venue_id       INTEGER  not null,
    name_zh        TEXT     not null,
    name_en        TEXT     not null,
    units          SMALLINT not null check (units between 1 and 1000),
    primary key (station_id, id),
    foreign key (station_id, venue_id) references venues (station_id, id)
);

create table offerings (
    station_id     BIGINT   not null,
    id             INTEGER  not null,
    venue_id       INTEGER  not null,
    slug           TEXT     not null,
    name_zh        TEXT     not null,
    name_en        TEXT     not null,
    activity       TEXT     not null,
    mode           TEXT     not null,
    takes          TEXT     not null,
    atoms          JSON     not null,           -- sorted ids of atoms of the same venue
    policy         JSON     not null,
    version        INTEGER  not null,
    primary key (station_id, id),
    foreign key (station_id, venue_id) references venues (station_id, id)
);
create unique index offerings_by_slug on offerings (station_id, slug);

create table layers (
    station_id     BIGINT   not null,
    id             ID       not null,           -- grows with time: a later layer wins over an earlier one
    venue_id       INTEGER,                     -- null = the whole station
    kind           SMALLINT not null,           -- 0 closed, 1 open
    starts_at      INSTANT  not null,
    ends_at        INSTANT  not null,
    reason_zh      TEXT     not null,
    reason_en      TEXT     not null,
    made_by        ID       not null,
    revoked_at     INSTANT,
    primary key (station_id, id),
    check (starts_at < ends_at)
);
create index layers_by_end on layers (station_id, ends_at);

create table reservations (
    station_id     BIGINT   not null,
    id             ID       not null,
    offering_id    INTEGER  not null,
    venue_id       INTEGER  not null,
    person_id      ID,                          -- null = a name at the desk, or nobody's
    guest_sealed   BYTES,                       -- the name that a clerk typed
    starts_at      INSTANT  not null,
    ends_at        INSTANT  not null,
    group_size     INTEGER  not null,
    state          SMALLINT not null,           -- rules::State; always read together with lapses_at and the clock
    awaits         FLAG     not null,           -- a manager has to look at it
    lapses_at      INSTANT,
    grace          INTEGER,
    source         SMALLINT not null,
    made_at        INSTANT  not null,
    changed_at     INSTANT  not null,
    sequence       INTEGER  not null,           -- counts the changes, for calendars
    code_id        ID,                          -- the one-time code that a held slot waits for
    primary key (station_id, id),
    check (starts_at < ends_at),
    foreign key (station_id, offering_id) references offerings (station_id, id)
);
create index reservations_by_start on reservations (station_id, starts_at);
-- A person asks for their own at every station; a station counts one person's.
create index reservations_by_person on reservations (person_id, station_id, starts_at);
create index reservations_to_settle on reservations (ends_at) where state < 3;
create index reservations_lapsing on reservations (lapses_at) where state < 3;

-- Which units a reservation has, for reading. Rows of reservations that ended early are deleted.
create table claims (
    station_id     BIGINT   not null,
    atom_id        INTEGER  not null,
    starts_at      INSTANT  not null,
    unit           SMALLINT not null,
    reservation_id ID       not null,
    ends_at        INSTANT  not null,
    gap_before     SMALLINT not null,           -- minutes
    gap_after      SMALLINT not null,
    lapses_at      INSTANT,                     -- the same as the reservation's
    primary key (station_id, atom_id, starts_at, unit, reservation_id)
);
create index claims_by_reservation on claims (station_id, reservation_id);

-- What makes overlap impossible on every path: five minutes of one unit belong to one reservation.
create table cells (
    station_id     BIGINT   not null,
    atom_id        INTEGER  not null,
    unit           SMALLINT not null,
    cell           INTEGER  not null,           -- minutes since 1970-01-01T00:00Z, divided by 5
    reservation_id ID       not null,
    primary key (station_id, atom_id, unit, cell)
);
