-- 场地季: weekly times of a season that are given away by a published rule.

create table season_rounds (
    station_id     BIGINT   not null,
    id             ID       not null,
    title          TEXT     not null,
    starts_on      DAY      not null,           -- the season, both days included
    ends_on        DAY      not null,
    apply_until    INSTANT  not null,           -- from then on nobody changes anything
    pick_limit     INTEGER  not null check (pick_limit between 1 and 7),
    weights        JSON     not null,           -- seasons::rules::Weights
    slots          JSON     not null,           -- seasons::rules::Slot, as they were when the round opened
    commitment     TEXT     not null,           -- SHA-256 of the seed
    seed_sealed    BYTES    not null,
    seed           TEXT,                        -- in the clear once there is a result
    previous_id    ID,                          -- the round that counts as last season's; known once it is locked
    locked         TEXT,                        -- SHA-256 of the applications
    locked_at      INSTANT,                     -- when that was written down; the deadline has decided before
    allocation     JSON,                        -- seasons::rules::Allocation
    allocated_at   INSTANT,
    confirmed_at   INSTANT,
    called_off_at  INSTANT,
    reason         TEXT     not null,           -- why it was called off
    made_at        INSTANT  not null,
    primary key (station_id, id),
    check ((allocation is null) = (allocated_at is null)),
    check ((seed is null) = (allocated_at is null)),
    check (confirmed_at is null or allocated_at is not null)
);
create index season_rounds_to_lock on season_rounds (apply_until) where locked_at is null;

create table season_applications (
    station_id     BIGINT   not null,
    round_id       ID       not null,
    id             ID       not null,
    applicant      SMALLINT not null,           -- seasons::rules::Applicant
    person_id      ID,                          -- who leads the group
    owner_id       INTEGER,                     -- the office
    name           TEXT     not null,           -- the group's or the office's, which everybody reads
    kind           SMALLINT not null,
    size           INTEGER  not null,
    wants          INTEGER  not null,
    wishes         JSON     not null,           -- numbers of slots, the dearest first
    before_id      ID,                          -- the same applicant's application in the round before …
    held           JSON     not null,           -- … which of these slots they had …
    got_first      FLAG     not null,           -- … and whether they got their first wish; known once it is locked
    made_at        INSTANT  not null,
    changed_at     INSTANT  not null,
    primary key (station_id, round_id, id),
    foreign key (station_id, round_id) references season_rounds (station_id, id)
);
create unique index season_applications_of_person on season_applications (station_id, round_id, person_id);
create unique index season_applications_of_owner on season_applications (station_id, round_id, owner_id);
create index season_applications_by_person on season_applications (person_id);

create table season_changes (
    station_id     BIGINT   not null,
    round_id       ID       not null,
    place          INTEGER  not null,           -- 1, 2, 3 …: their order counts
    application_id ID       not null,
    slot           INTEGER  not null,
    gives          FLAG     not null,           -- given to them, or taken from them
    reason         TEXT     not null,
    at             INSTANT  not null,
    primary key (station_id, round_id, place),
    foreign key (station_id, round_id, application_id) references season_applications (station_id, round_id, id)
);

-- What is final: each becomes a series.
create table season_awards (
    station_id     BIGINT   not null,
    round_id       ID       not null,
    application_id ID       not null,
    slot           INTEGER  not null,
    series_id      ID,
    problem        TEXT,                        -- why it has none: the code of a refusal
    tried_at       INSTANT,                     -- null = still to be made
    primary key (station_id, round_id, application_id, slot),
    foreign key (station_id, round_id, application_id) references season_applications (station_id, round_id, id)
);
create index season_awards_to_make on season_awards (station_id, round_id) where tried_at is null;
create unique index season_awards_by_series on season_awards (station_id, series_id);
