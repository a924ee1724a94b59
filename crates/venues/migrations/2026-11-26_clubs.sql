-- 兴趣小组: people who share a hobby, who leads them, who is in or asks to be, what members are told, what two of staff hide.
-- When a club meets is a series that it holds.

create table clubs (
    station_id     BIGINT   not null,
    id             ID       not null,
    name           TEXT     not null,
    about          TEXT     not null,           -- what it does; everybody reads it
    opens          FLAG     not null,           -- whoever asks is in; otherwise the leader decides
    leader_id      ID,                          -- null = it waits for one, or is closed
    heir_id        ID,                          -- who has been asked to lead it
    asked_told_on  DAY,                         -- the last day on which the leader was told that somebody asks
    reason         TEXT     not null,           -- why the desk closed it
    made_at        INSTANT  not null,
    closed_at      INSTANT,
    primary key (station_id, id)
);
create unique index clubs_by_name on clubs (station_id, name) where closed_at is null;
create index clubs_by_leader on clubs (leader_id, station_id);
create index clubs_by_heir on clubs (heir_id, station_id);

-- One row per member, and per child that a guardian has entered. Whoever leaves has no row any more.
create table club_members (
    station_id     BIGINT   not null,
    club_id        ID       not null,
    id             ID       not null,
    person_id      ID       not null,           -- the member, or the guardian of a child
    name_sealed    BYTES,                       -- what a child is called
    band           SMALLINT,                    -- a child's age band
    is_in          FLAG     not null,           -- otherwise they ask
    asked_at       INSTANT  not null,
    primary key (station_id, club_id, id),
    foreign key (station_id, club_id) references clubs (station_id, id),
    check ((name_sealed is null) = (band is null))
);
create unique index club_members_once on club_members (station_id, club_id, person_id) where band is null;
create index club_members_by_person on club_members (person_id, station_id, club_id);

-- What the leader tells the members; forgotten after a month, as the messages are.
create table club_notices (
    station_id     BIGINT   not null,
    id             ID       not null,
    club_id        ID       not null,
    words          TEXT     not null,
    made_at        INSTANT  not null,
    due_at         INSTANT  not null,           -- when nobody is woken by it
    told_at        INSTANT,                     -- when the messages were written
    primary key (station_id, id),
    foreign key (station_id, club_id) references clubs (station_id, id)
);
create index club_notices_of on club_notices (station_id, club_id, made_at);
create index club_notices_due on club_notices (due_at) where told_at is null;
create index club_notices_old on club_notices (made_at);

-- What two of staff hide: one asks, another agrees, the leader may answer, and it ends. Rows are never removed.
create table club_hidings (
    station_id     BIGINT   not null,
    id             ID       not null,
    club_id        ID       not null,
    reason         TEXT     not null,
    asked_by       ID       not null,
    asked_at       INSTANT  not null,
    agreed_by      ID,
    agreed_at      INSTANT,
    appeal         TEXT     not null,           -- what the leader says to it
    ended_by       ID,
    ended_at       INSTANT,
    primary key (station_id, id),
    foreign key (station_id, club_id) references clubs (station_id, id),
    check (agreed_by is null or agreed_by <> asked_by),
    check ((agreed_by is null) = (agreed_at is null)),
    check ((ended_by is null) = (ended_at is null))
);
create unique index club_hidings_one on club_hidings (station_id, club_id) where ended_at is null;
