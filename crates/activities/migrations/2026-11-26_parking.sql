-- 停车场: the car parks of a fair, what was counted there, who may count, and whose car stands in the way.

create table parking_lots (
    station_id     BIGINT   not null,
    id             ID       not null,
    occurrence_id  ID       not null,           -- the fair
    on_day         DAY      not null,           -- its day
    slug           TEXT     not null,           -- the same every year
    name_zh        TEXT     not null,
    name_en        TEXT     not null,
    address        TEXT     not null,
    lat            FLOAT,
    lon            FLOAT,
    place          SMALLINT not null,           -- lots fill in this order
    threshold      SMALLINT not null check (threshold between 10 and 100), -- per cent taken from which people are sent on
    opens_at       INSTANT  not null,
    closes_at      INSTANT  not null,
    leave_by       INSTANT,
    shut_why       TEXT,                        -- closed by hand, and why; null = it is not
    made_at        INSTANT  not null,
    primary key (station_id, id),
    foreign key (station_id, occurrence_id) references occurrences (station_id, id),
    check (opens_at < closes_at)
);
create unique index parking_lots_once on parking_lots (station_id, occurrence_id, slug);
create index parking_lots_by_day on parking_lots (station_id, on_day);

-- The bays of one class, and the counter: the only place where the count stands.
create table parking_bays (
    station_id     BIGINT   not null,
    lot_id         ID       not null,
    class          SMALLINT not null,           -- parking::rules::Class
    capacity       INTEGER  not null check (capacity between 1 and 5000),
    held           JSON     not null,           -- why and how many are held back
    held_bays      INTEGER  not null check (held_bays between 0 and capacity),
    parked         INTEGER  not null,           -- the sum of the rows of parking_taps that count
    seen_at        INSTANT,                     -- when somebody last tapped
    recounted_at   INSTANT,                     -- when somebody last counted all of them
    primary key (station_id, lot_id, class),
    foreign key (station_id, lot_id) references parking_lots (station_id, id)
);

-- Every tap and every recount, append-only. The nonce is made by the device: the same nonce is the same tap.
create table parking_taps (
    station_id     BIGINT   not null,
    lot_id         ID       not null,
    nonce          TEXT     not null,
    class          SMALLINT not null,
    source         SMALLINT not null,           -- parking::rules::Source
    step           INTEGER  not null,
    counts         FLAG     not null,           -- false: pressed before the last recount, which had seen it
    after          INTEGER  not null,           -- the count when it was kept
    tapped_at      INSTANT  not null,
    kept_at        INSTANT  not null,
    pass_id        ID,                          -- of the marshal's link
    staff_id       ID,
    reason         TEXT     not null,           -- of a recount
    primary key (station_id, lot_id, nonce),
    foreign key (station_id, lot_id, class) references parking_bays (station_id, lot_id, class),
    check (source = 3 or step between -1 and 1)
);
create index parking_taps_in_order on parking_taps (station_id, lot_id, class, tapped_at);

-- A marshal's link: for one lot, until its day is over or a manager takes it back.
create table parking_passes (
    station_id     BIGINT   not null,
    id             ID       not null,
    lot_id         ID       not null,
    label          TEXT     not null,           -- where whoever has it stands: 东门
    secret_hash    BYTES    not null,           -- keyed hash of what stands in the link
    made_by        ID,
    made_at        INSTANT  not null,
    withdrawn_at   INSTANT,
    primary key (station_id, id),
    foreign key (station_id, lot_id) references parking_lots (station_id, id)
);
create unique index parking_passes_by_secret on parking_passes (secret_hash);
create index parking_passes_of_lot on parking_passes (station_id, lot_id);

-- "Move your car": asked through a clerk, never published, emptied after the day.
create table parking_moves (
    station_id     BIGINT   not null,
    id             ID       not null,
    lot_id         ID       not null,
    on_day         DAY      not null,
    spot           TEXT     not null,           -- where it stands: 东门口
    plate_sealed   BYTES,                       -- a part of the plate
    asker_sealed   BYTES,                       -- whom to call once it is moved
    phone_sealed   BYTES,
    phone_hash     BYTES,
    done           FLAG     not null,
    made_by        ID,
    made_at        INSTANT  not null,
    done_at        INSTANT,
    primary key (station_id, id),
    foreign key (station_id, lot_id) references parking_lots (station_id, id)
);
create index parking_moves_of_lot on parking_moves (station_id, lot_id);
create index parking_moves_by_phone on parking_moves (phone_hash) where phone_hash is not null;
create index parking_moves_named on parking_moves (on_day) where plate_sealed is not null;
