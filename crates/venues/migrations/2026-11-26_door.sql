-- 门口: what somebody says they are, the codes that open a door, and the locks that are told of them.

alter table reservations add column favoured SMALLINT;          -- rules::Favoured, if they have it only because of their word

-- What stands at the door of a venue: a keypad that has a key, a lock that is told of codes.
create table doors (
    station_id     BIGINT   not null,
    venue_id       INTEGER  not null,
    lock_url       TEXT     not null,           -- where the lock is told; empty = nobody is
    key_sealed     BYTES,                       -- what the keypad shows and what signs the calls; null = there is none
    wrong          SMALLINT not null,           -- wrong codes in a row
    wrong_at       INSTANT,                     -- when the last of them was typed
    changed_at     INSTANT  not null,
    primary key (station_id, venue_id),
    foreign key (station_id, venue_id) references venues (station_id, id)
);

-- 门码: six digits that open a door for the time of one reservation. Deleted when it is over.
create table door_codes (
    station_id     BIGINT   not null,
    reservation_id ID       not null,
    venue_id       INTEGER  not null,
    code_hash      BYTES    not null,           -- keyed, with the venue
    unseen_sealed  BYTES,                       -- the digits until they were shown once
    starts_at      INSTANT  not null,           -- the reservation's, as the lock knows it
    ends_at        INSTANT  not null,
    made_at        INSTANT  not null,
    primary key (station_id, reservation_id),
    foreign key (station_id, reservation_id) references reservations (station_id, id)
);
create unique index door_codes_by_hash on door_codes (station_id, venue_id, code_hash);

-- What locks are still to be told: written with what it tells, sent after it, at least once, in order for each reservation.
create table lock_calls (
    station_id     BIGINT   not null,
    id             ID       not null,
    venue_id       INTEGER  not null,
    reservation_id ID       not null,
    body_sealed    BYTES    not null,
    made_at        INSTANT  not null,
    due_at         INSTANT  not null,
    state          SMALLINT not null,           -- 0 waiting, 2 given up; what was taken is deleted
    tries          SMALLINT not null,
    primary key (station_id, id)
);
create index lock_calls_due on lock_calls (due_at) where state = 0;
create index lock_calls_by_reservation on lock_calls (station_id, reservation_id);
create index venues_with_codes on venues (station_id) where key_kind = 'code';
