-- 报名: who comes to a time of an activity, who waits for a place, what was drawn, and who was there.

create table draws (
    station_id     BIGINT   not null,
    occurrence_id  ID       not null,
    commitment     TEXT     not null,           -- SHA-256 of the seed: public before anybody takes part
    seed_sealed    BYTES    not null,
    made_at        INSTANT  not null,
    closes_at      INSTANT,                     -- until when one could take part; with all below once it is drawn
    seats          INTEGER,                     -- how many places were drawn
    entries        JSON,                        -- draws::rules::Entry: numbers, no names
    locked         TEXT,                        -- SHA-256 of them
    seed           TEXT,
    results        JSON,                        -- draws::rules::Drawn, in the order of the draw
    drawn_at       INSTANT,
    primary key (station_id, occurrence_id),
    foreign key (station_id, occurrence_id) references occurrences (station_id, id)
);

create table signups (
    station_id     BIGINT   not null,
    id             ID       not null,           -- in its address: it cannot be guessed
    occurrence_id  ID       not null,
    place          INTEGER  not null,           -- from occurrences.lined: the smaller, the earlier on the list
    entry          INTEGER,                     -- its number in the draw
    seats          SMALLINT not null check (seats between 1 and 8),
    person_id      ID,                          -- who holds it: the guardian, of a child
    child_id       ID,                          -- a remembered child
    band           SMALLINT,                    -- people::Band of a child
    name_sealed    BYTES,                       -- that a clerk typed
    state          SMALLINT not null,           -- signups::rules::State
    code_id        ID,                          -- a phone that is not proved yet
    lapses_at      INSTANT,                     -- of an offer, or of the code
    starts_at      INSTANT  not null,           -- the start that they know of
    reminded       FLAG     not null,
    came           SMALLINT not null default 0, -- how many of them were there
    mood_said      FLAG     not null,           -- they said how it was: not what they said
    made_at        INSTANT  not null,
    primary key (station_id, id),
    check (came between 0 and seats),
    foreign key (station_id, occurrence_id) references occurrences (station_id, id)
);
create unique index signups_by_place on signups (station_id, occurrence_id, place);
create index signups_by_person on signups (person_id, station_id);
create index signups_lapsing on signups (lapses_at) where lapses_at is not null;
create index signups_standing on signups (starts_at) where state < 4;
create index signups_by_start on signups (starts_at);
-- Nobody is signed up twice: a child, somebody grown up, or a child of whom only the age is known. Whoever typed a phone that is not
-- proved may be anybody: it is theirs only once it is.
create unique index signups_once_by_child on signups (station_id, occurrence_id, child_id)
    where child_id is not null and state < 4;
create unique index signups_once_by_person on signups (station_id, occurrence_id, person_id, coalesce(band, -1))
    where person_id is not null and child_id is null and code_id is null and state < 4;

-- What was tapped at the door. Append-only: a tap that is sent again is there already.
create table arrival_taps (
    station_id     BIGINT   not null,
    id             ID       not null,           -- made by the device that was tapped
    occurrence_id  ID       not null,
    signup_id      ID,                          -- null = people who had not signed up
    people         SMALLINT not null check (people between -50 and 50),  -- of a signup: so many are there; else: so many more, or fewer
    how            SMALLINT not null,           -- arrivals::rules::How
    at             INSTANT  not null,           -- when it was tapped
    kept_at        INSTANT  not null,           -- when it arrived here
    primary key (station_id, id),
    foreign key (station_id, occurrence_id) references occurrences (station_id, id)
);
create index arrival_taps_of_occurrence on arrival_taps (station_id, occurrence_id);

-- What came of a time that is over: it names nobody and stays.
create table attendances (
    station_id     BIGINT   not null,
    occurrence_id  ID       not null,
    seats          INTEGER  not null,           -- that were signed up for
    came           INTEGER  not null,           -- of them
    walked_in      INTEGER  not null,
    counted_at     INSTANT  not null,
    primary key (station_id, occurrence_id),
    foreign key (station_id, occurrence_id) references occurrences (station_id, id)
);

-- How those who came found it. Counters: no row knows who said what, or when.
create table activity_moods (
    station_id     BIGINT   not null,
    occurrence_id  ID       not null,
    mood           SMALLINT not null,           -- arrivals::rules::Mood
    n              INTEGER  not null check (n > 0),
    primary key (station_id, occurrence_id, mood),
    foreign key (station_id, occurrence_id) references occurrences (station_id, id)
);
