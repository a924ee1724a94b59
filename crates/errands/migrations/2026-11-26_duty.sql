-- 先锋岗 and 首问: where somebody stands at promised hours, who stands there when, and who answers for a question.

create table duty_posts (
    station_id     BIGINT   not null,
    id             INTEGER  not null,
    name_zh        TEXT     not null,
    name_en        TEXT     not null,
    place_zh       TEXT     not null,
    place_en       TEXT     not null,
    hours          TEXT     not null,           -- OpenStreetMap opening_hours: when somebody stands there, as promised
    counted_to     DAY      not null,           -- the facts of the days up to this one are written
    retired        FLAG     not null,
    primary key (station_id, id)
);
create index duty_posts_to_count on duty_posts (counted_to) where not retired;

-- A stretch of one day for which somebody has said that they stand there; half-open. Thirty days later only minutes are left.
create table duty_shifts (
    station_id     BIGINT   not null,
    id             ID       not null,
    post_id        INTEGER  not null,
    on_day         DAY      not null,
    starts_at      INSTANT  not null,
    ends_at        INSTANT  not null,
    staff_id       ID,                          -- null = a volunteer, whose name somebody typed
    name_sealed    BYTES,
    made_by        ID,
    primary key (station_id, id),
    foreign key (station_id, post_id) references duty_posts (station_id, id)
);
create index duty_shifts_by_day on duty_shifts (station_id, on_day);
create index duty_shifts_by_age on duty_shifts (on_day);

-- 首问: a question that somebody of the staff was the first to be asked, and who answers for it now.
create table first_asked (
    station_id     BIGINT   not null,
    id             ID       not null,
    what_sealed    BYTES,                       -- the question; null = forgotten, as is all that names the asker
    name_sealed    BYTES,
    person_id      ID,                          -- the asker, if they gave a number
    matter_id      INTEGER,
    owner_id       ID       not null,           -- staff who answers for it
    offered_to     ID,                          -- staff who is asked to take it over; until they accept the owner keeps it
    state          SMALLINT not null,           -- rules::State
    due_on         DAY      not null,
    provisional    FLAG     not null,           -- a holiday on the way is not published yet
    promised_at    INSTANT,                     -- when the asker comes back, and
    promised_with  ID,                          -- which of the staff is there then
    broken         FLAG     not null,           -- a promise was not kept
    ending         SMALLINT,                    -- rules::Ending
    asked_at       INSTANT  not null,
    closed_at      INSTANT,
    steps          INTEGER  not null,           -- how many steps its log has
    forgotten      FLAG     not null,
    primary key (station_id, id),
    foreign key (station_id, matter_id) references matters (station_id, id)
);
create index first_asked_open on first_asked (station_id, state, due_on) where state < 3;
create index first_asked_promised on first_asked (promised_at) where state = 1;
create index first_asked_to_forget on first_asked (closed_at) where not forgotten;
create index first_asked_by_person on first_asked (person_id) where person_id is not null;

-- All that became of it, one row per step; never changed but for words that are forgotten.
create table first_asked_steps (
    station_id     BIGINT   not null,
    item_id        ID       not null,
    number         INTEGER  not null,           -- 1, 2, 3 … without holes
    kind           SMALLINT not null,           -- rules::Step
    at             INSTANT  not null,
    staff_id       ID,                          -- who did it; null = time
    other_id       ID,                          -- of the staff whom it is about: who takes it over, who is there
    promised_at    INSTANT,
    words_sealed   BYTES,                       -- the answer
    primary key (station_id, item_id, number),
    foreign key (station_id, item_id) references first_asked (station_id, id)
);
