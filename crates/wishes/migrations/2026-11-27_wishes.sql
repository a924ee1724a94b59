-- 微心愿: wishes of neighbours, and who fulfils them; the two never meet, and nothing that everybody reads could name whose wish it is.

-- How many people in a village could have wished for a thing of a kind: what a card may show is judged by it. Sums, never people.
create table wish_shares (
    station_id     BIGINT   not null,
    village        BIGINT   not null,           -- the code of its division
    kind           SMALLINT not null,           -- rules::Kind
    people         INTEGER  not null,
    source         TEXT     not null,           -- which statistics
    counted_on     DAY      not null,
    primary key (station_id, village, kind)
);

create table wishes (
    station_id     BIGINT   not null,
    id             ID       not null,
    kind           SMALLINT not null,           -- of thing, never of hardship: rules::Kind
    item           TEXT     not null,           -- what it is: 保暖鞋，42 码
    band           SMALLINT not null,           -- what it costs: rules::Band
    village        BIGINT,                      -- where the person lives; whether it is shown is judged each time
    state          SMALLINT not null,           -- rules::State
    version        INTEGER  not null,           -- counted from 1; a change of kind, item, band or village is the next, and is looked at anew
    coordinator    ID       not null,           -- of staff, who wrote it down
    made_at        INSTANT  not null,
    changed_at     INSTANT  not null,           -- of the state
    public_at      INSTANT,                     -- first
    ends_on        DAY,                         -- the last day on which it is open; then it is referred
    referred_to    TEXT     not null,           -- empty until then
    primary key (station_id, id)
);
create index wishes_by_state on wishes (station_id, state, public_at, id);

-- Whose wish it is, sealed, apart from the wish; gone 30 days after it ended.
create table wish_people (
    station_id     BIGINT   not null,
    wish_id        ID       not null,
    name_sealed    BYTES    not null,
    phone_sealed   BYTES,
    phone_hash     BYTES,                       -- so that they can be told what is kept about them
    minor          FLAG     not null,
    guardian       FLAG     not null,           -- the name and number are of a guardian, who has consented
    consent_how    SMALLINT not null,           -- rules::Consent: on paper 0, said before a witness 1
    consent_at     INSTANT  not null,
    consent_by     ID       not null,           -- of staff, who recorded it
    code_hash      BYTES    not null,           -- of the six digits on their slip
    code_tries     SMALLINT not null,           -- wrong ones since it was made
    primary key (station_id, wish_id),
    foreign key (station_id, wish_id) references wishes (station_id, id)
);
create index wish_people_by_phone on wish_people (phone_hash);

-- Who wrote an earlier version down: they do not look at a later one either.
create table wish_writers (
    station_id     BIGINT   not null,
    wish_id        ID       not null,
    staff_id       ID       not null,
    primary key (station_id, wish_id, staff_id),
    foreign key (station_id, wish_id) references wishes (station_id, id)
);

-- Two different people, neither of whom wrote it down, say yes; one no is enough.
create table wish_reviews (
    station_id     BIGINT   not null,
    wish_id        ID       not null,
    version        INTEGER  not null,
    staff_id       ID       not null,
    yes            FLAG     not null,
    why            TEXT     not null,           -- of a no; empty for a yes
    at             INSTANT  not null,
    primary key (station_id, wish_id, version, staff_id),
    foreign key (station_id, wish_id) references wishes (station_id, id)
);

-- Whoever does not accept a no. Somebody decides who has not said no before.
create table wish_appeals (
    station_id     BIGINT   not null,
    id             ID       not null,
    wish_id        ID       not null,
    version        INTEGER  not null,
    why_sealed     BYTES    not null,
    made_at        INSTANT  not null,
    taken_by       ID       not null,           -- of staff, who wrote it down
    decided_at     INSTANT,
    decided_by     ID,
    upheld         FLAG,                        -- the no stands
    words          TEXT     not null,           -- why; empty until it is decided
    primary key (station_id, id),
    foreign key (station_id, wish_id) references wishes (station_id, id),
    check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (upheld is null))
);
create unique index wish_appeals_once on wish_appeals (station_id, wish_id, version);

-- Who has a wish now: one row at most, by its key.
create table wish_claims (
    station_id     BIGINT   not null,
    wish_id        ID       not null,
    id             ID       not null,
    call_id        ID       not null,           -- at which whoever calls answers: it is shown nowhere else, so that it leads to no wish
    person_id      ID,                          -- nobody, once they were forgotten after they had brought it
    claimed_at     INSTANT  not null,
    until_at       INSTANT  not null,           -- then it goes back to the others
    contacted_at   INSTANT,                     -- when the coordinator spoke to both
    delivered_at   INSTANT,                     -- when it was handed in at the station
    place          TEXT     not null,           -- where it lies; empty until then
    reminded       FLAG     not null,
    told           FLAG     not null,           -- whoever wished it knows that it is there
    primary key (station_id, wish_id),
    foreign key (station_id, wish_id) references wishes (station_id, id)
);
create index wish_claims_of_person on wish_claims (person_id);
create unique index wish_claims_by_call on wish_claims (station_id, call_id);
create index wish_claims_by_time on wish_claims (station_id, until_at);

-- Somebody would like to be called about a wish of their own. Gone when that is done.
create table wish_asks (
    station_id     BIGINT   not null,
    id             ID       not null,
    name_sealed    BYTES    not null,
    phone_sealed   BYTES    not null,
    phone_hash     BYTES    not null,
    made_at        INSTANT  not null,
    primary key (station_id, id)
);
create index wish_asks_by_phone on wish_asks (phone_hash);
create unique index wish_asks_once on wish_asks (station_id, phone_hash);
