-- 排队与腾挪: who waits for a room that is full, which reservation is kept for whom, and whom a closure has moved.

-- One person's place in line for a start between two times.
create table waits (
    station_id     BIGINT   not null,
    id             ID       not null,
    offering_id    INTEGER  not null,
    venue_id       INTEGER  not null,
    person_id      ID,                          -- null = a name that a clerk typed
    guest_sealed   BYTES,
    earliest_at    INSTANT  not null,           -- starts from here
    latest_at      INSTANT  not null,           -- up to here would do, both included
    minutes        INTEGER  not null,
    group_size     INTEGER  not null,
    by_staff       FLAG     not null,           -- asked for by a clerk, who books without quota
    state          SMALLINT not null,           -- offers::rules::WaitState
    asked_at       INSTANT  not null,           -- the place in line
    changed_at     INSTANT  not null,
    reservation_id ID,                          -- what is or was kept for them
    primary key (station_id, id),
    check (earliest_at <= latest_at),
    foreign key (station_id, offering_id) references offerings (station_id, id)
);
create index waits_in_line on waits (station_id, venue_id, asked_at) where state < 2;
create index waits_by_person on waits (person_id, station_id);
create index waits_ending on waits (latest_at) where state < 2;
-- One live wait per person and slot, whatever a rule forgot.
create unique index waits_live on waits (station_id, person_id, offering_id, earliest_at) where state < 2;

-- A reservation that is kept for somebody until they answer. What became of it, the reservation says.
create table offers (
    station_id     BIGINT   not null,
    reservation_id ID       not null,
    wait_id        ID,                          -- for whom it is: somebody who waited,
    instead_of     ID,                          -- or somebody whose reservation a closure took
    asks           FLAG     not null,           -- a manager looks at it after a yes
    made_at        INSTANT  not null,
    until_at       INSTANT  not null,
    remind_at      INSTANT,                     -- null = nobody is reminded, or was already
    primary key (station_id, reservation_id)
);
create index offers_to_remind on offers (remind_at);

-- A reservation that a closure took, and what was offered for it.
create table displaced (
    station_id     BIGINT   not null,
    reservation_id ID       not null,
    layer_id       ID       not null,
    offer_id       ID,                          -- the reservation that was offered; null = nothing was found
    primary key (station_id, reservation_id)
);
create index displaced_by_layer on displaced (station_id, layer_id);
