-- 纸上的记录: when the program was away, and what stood on paper that could not become a reservation.

create table outages (
    station_id     BIGINT   not null,
    id             ID       not null,
    starts_at      INSTANT  not null,
    ends_at        INSTANT  not null,
    made_by        ID       not null,
    made_at        INSTANT  not null,
    revoked_at     INSTANT,                     -- it was declared by mistake
    primary key (station_id, id),
    check (starts_at < ends_at)
);

-- A line of the paper that was in nobody's place: kept as it stood, it takes no room.
create table paper_notes (
    station_id     BIGINT   not null,
    id             ID       not null,
    offering_id    INTEGER  not null,
    atom_id        INTEGER,                     -- the table that was written down
    starts_at      INSTANT  not null,
    ends_at        INSTANT  not null,
    group_size     INTEGER  not null,
    came           FLAG     not null,
    guest_sealed   BYTES,                       -- the name that stood there
    made_by        ID       not null,
    made_at        INSTANT  not null,
    primary key (station_id, id),
    check (starts_at < ends_at),
    foreign key (station_id, offering_id) references offerings (station_id, id)
);
create index paper_notes_by_start on paper_notes (station_id, starts_at);
create index paper_notes_with_guest on paper_notes (starts_at) where guest_sealed is not null;
