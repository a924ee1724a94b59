-- 人大代表接待日: who receives, when and where, who has a slot, and what became of what was said there.

-- A deputy holds an office: the name is public.
create table deputies (
    station_id     BIGINT   not null,
    id             INTEGER  not null,
    name           TEXT     not null,
    title_zh       TEXT     not null,
    title_en       TEXT     not null,
    staff_id       ID,                          -- with what they sign in; null = staff write down what they say
    retired        FLAG     not null,
    primary key (station_id, id)
);
create unique index deputies_by_staff on deputies (station_id, staff_id) where staff_id is not null;

-- Announced at least three days ahead; slots follow from the hours.
create table reception_days (
    station_id     BIGINT   not null,
    id             ID       not null,
    deputy_id      INTEGER  not null,
    on_day         DAY      not null,
    starts_at      INSTANT  not null,
    ends_at        INSTANT  not null,
    slot_minutes   SMALLINT not null check (slot_minutes between 5 and 120),
    place_zh       TEXT     not null,
    place_en       TEXT     not null,
    announced_at   INSTANT  not null,
    called_off_at  INSTANT,
    reason         TEXT     not null,           -- why it was called off
    primary key (station_id, id),
    foreign key (station_id, deputy_id) references deputies (station_id, id)
);
create index reception_days_by_day on reception_days (station_id, on_day);

-- Somebody who has a slot, or just came; and from their being received on, what they said.
create table receptions (
    station_id     BIGINT   not null,
    id             ID       not null,
    day_id         ID       not null,
    slot_at        INSTANT,                     -- null = came without one
    person_id      ID,                          -- null = without a name, or one typed by a clerk
    name_sealed    BYTES,
    what_sealed    BYTES,                       -- null = not received yet, or forgotten
    category       SMALLINT,                    -- rules::Category
    state          SMALLINT not null,           -- rules::State
    owner_id       INTEGER,                     -- the office that answers
    reply_by       DAY,
    provisional    FLAG     not null,           -- a holiday on the way is not published yet
    reopened       FLAG     not null,           -- the deputy has said that it is not settled
    made_at        INSTANT  not null,
    lapses_at      INSTANT  not null,           -- who has a slot and was not received until then has not come
    over_at        INSTANT,                     -- when it was closed, given back or missed
    steps          INTEGER  not null,
    forgotten      FLAG     not null,
    primary key (station_id, id),
    foreign key (station_id, day_id) references reception_days (station_id, id),
    foreign key (station_id, owner_id) references owners (station_id, id)
);
-- One slot, one person.
create unique index receptions_by_slot on receptions (station_id, day_id, slot_at) where slot_at is not null and state <> 1;
create index receptions_by_day on receptions (station_id, day_id, slot_at);
create index receptions_open on receptions (station_id, state, reply_by) where state in (3, 4, 5);
create index receptions_lapsing on receptions (lapses_at) where state = 0;
create index receptions_to_forget on receptions (over_at) where not forgotten;
create index receptions_by_person on receptions (person_id) where person_id is not null;

-- All that became of it, one row per step; never changed but for words that are forgotten.
create table reception_steps (
    station_id     BIGINT   not null,
    visit_id       ID       not null,
    number         INTEGER  not null,           -- 1, 2, 3 … without holes
    kind           SMALLINT not null,           -- rules::Step
    at             INSTANT  not null,
    staff_id       ID,                          -- who of staff wrote it; null = the resident, or time
    owner_id       INTEGER,
    reply_by       DAY,
    words_sealed   BYTES,                       -- what the office answered, what the deputy said
    primary key (station_id, visit_id, number),
    foreign key (station_id, visit_id) references receptions (station_id, id)
);
