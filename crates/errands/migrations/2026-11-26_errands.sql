-- 来办事: what one comes for, who does it and whether they are in, the lines, and the tickets in them.

-- 队: whoever waits here is called in the order of their numbers.
create table lines (
    station_id     BIGINT   not null,
    id             INTEGER  not null,
    slug           TEXT     not null,
    letter         TEXT     not null,           -- stands before the number: A007
    name_zh        TEXT     not null,
    name_en        TEXT     not null,
    hours          TEXT     not null,           -- OpenStreetMap opening_hours; empty = the station's
    retired        FLAG     not null,
    primary key (station_id, id)
);
create unique index lines_by_slug on lines (station_id, slug);
create unique index lines_by_letter on lines (station_id, letter);

-- 窗口
create table desks (
    station_id     BIGINT   not null,
    id             INTEGER  not null,           -- the number on its sign: 3 号窗
    note_zh        TEXT     not null,           -- where it is
    note_en        TEXT     not null,
    retired        FLAG     not null,
    primary key (station_id, id)
);

create table desk_lines (
    station_id     BIGINT   not null,
    desk_id        INTEGER  not null,
    line_id        INTEGER  not null,
    primary key (station_id, desk_id, line_id),
    foreign key (station_id, desk_id) references desks (station_id, id),
    foreign key (station_id, line_id) references lines (station_id, id)
);

-- 经办人. The name is shown at the desk and on the door: it is an office, not a private person.
create table officials (
    station_id     BIGINT   not null,
    id             INTEGER  not null,
    name           TEXT     not null,
    title_zh       TEXT     not null,
    title_en       TEXT     not null,
    staff_id       ID,                          -- with what they sign in; null = somebody else declares for them
    desk_id        INTEGER,                     -- where they usually sit
    hours          TEXT     not null,           -- OpenStreetMap opening_hours; empty = the station's
    phone_hash     BYTES,                       -- HMAC of the number whose text messages declare their presence
    shows_village  FLAG     not null,           -- they agreed that the village is named when they are in one
    retired        FLAG     not null,
    primary key (station_id, id),
    foreign key (station_id, desk_id) references desks (station_id, id)
);
create unique index officials_by_staff on officials (station_id, staff_id) where staff_id is not null;
create unique index officials_by_phone on officials (phone_hash) where phone_hash is not null;

-- 事项
create table matters (
    station_id     BIGINT   not null,
    id             INTEGER  not null,
    slug           TEXT     not null,
    name_zh        TEXT     not null,
    name_en        TEXT     not null,
    words          TEXT     not null,           -- what else people call it, parted by spaces
    line_id        INTEGER  not null,
    official_id    INTEGER,                     -- A 岗; null = whoever sits at the line's desks
    stand_in_id    INTEGER,                     -- B 岗
    minutes        SMALLINT not null check (minutes between 1 and 240),
    ways           SMALLINT not null,           -- bits: 1 drop off, 2 by proxy, 4 at home, 8 in the village
    note_zh        TEXT     not null,
    note_en        TEXT     not null,
    version        INTEGER  not null,           -- of its checklist
    retired        FLAG     not null,
    primary key (station_id, id),
    foreign key (station_id, line_id) references lines (station_id, id),
    foreign key (station_id, official_id) references officials (station_id, id),
    foreign key (station_id, stand_in_id) references officials (station_id, id)
);
create unique index matters_by_slug on matters (station_id, slug);

-- What to bring. A version is never changed: whoever came with the list of last week can show what it said.
create table matter_versions (
    station_id     BIGINT   not null,
    matter_id      INTEGER  not null,
    version        INTEGER  not null,
    papers         JSON     not null,           -- rules::Paper
    made_at        INSTANT  not null,
    made_by        ID,
    primary key (station_id, matter_id, version),
    foreign key (station_id, matter_id) references matters (station_id, id)
);

-- 在岗状态: one row per declaration, never changed. The last one counts.
create table presences (
    station_id     BIGINT   not null,
    official_id    INTEGER  not null,
    number         INTEGER  not null,           -- 1, 2, 3 … of this official; forgotten from below
    state          SMALLINT not null,           -- rules::Presence
    place          TEXT     not null,           -- coarse, and only if they chose to say it
    village        BIGINT,                      -- the division's code, of a field trip
    from_at        INSTANT  not null,
    back_at        INSTANT,                     -- when they expect to be back
    declared_at    INSTANT  not null,
    source         SMALLINT not null,           -- rules::Source
    by_id          ID,                          -- the staff who declared it
    primary key (station_id, official_id, number),
    foreign key (station_id, official_id) references officials (station_id, id)
);
create index presences_by_age on presences (declared_at);

-- What is left of presences after thirty days: minutes, without times of day.
create table presence_totals (
    station_id     BIGINT   not null,
    on_day         DAY      not null,
    state          SMALLINT not null,           -- leave of every kind is one
    minutes        INTEGER  not null,           -- of all officials together
    primary key (station_id, on_day, state)
);

-- A day of a line. Its row is held by whoever draws or calls.
create table line_days (
    station_id     BIGINT   not null,
    on_day         DAY      not null,
    line_id        INTEGER  not null,
    last           INTEGER  not null,           -- the highest number drawn; numbers have no gaps
    favoured       SMALLINT not null,           -- how many priority tickets were called in a row
    primary key (station_id, on_day, line_id)
);

-- 号
create table tickets (
    station_id     BIGINT   not null,
    id             ID       not null,
    on_day         DAY      not null,
    line_id        INTEGER  not null,
    number         INTEGER  not null,
    person_id      ID,                          -- null = without a name, or one typed by a clerk
    name_sealed    BYTES,
    priority       SMALLINT not null,           -- rules::Priority
    way            SMALLINT not null,           -- rules::Way
    state          SMALLINT not null,           -- rules::State
    on_site        FLAG     not null,
    waits_in       INTEGER  not null,           -- the line; after a transfer another one than the number's
    official_id    INTEGER,                     -- for whom they wait; null = any desk of the line
    desk_id        INTEGER,                     -- where they are called, served or paused
    drawn_at       INSTANT  not null,
    order_at       INSTANT  not null,           -- the order in which they are called, then by number
    since          INSTANT  not null,           -- when the state began
    until_at       INSTANT,                     -- of what is deferred, booked or missed
    calls          SMALLINT not null,           -- how often they were called for this turn
    misses         SMALLINT not null,
    version        INTEGER  not null,           -- grows with each change
    reason         TEXT     not null,           -- why it was closed unserved
    counted        FLAG     not null,           -- its fact is written; then nothing changes any more
    primary key (station_id, id)
);
create unique index tickets_by_number on tickets (station_id, on_day, line_id, number);
create index tickets_waiting on tickets (station_id, waits_in, order_at, number) where state = 1;
create index tickets_standing on tickets (station_id, on_day) where state < 8;
create index tickets_due on tickets (until_at) where state < 8;
create index tickets_by_desk on tickets (station_id, desk_id) where state in (2, 3);
create index tickets_by_person on tickets (person_id, station_id);
create index tickets_to_count on tickets (on_day) where not counted;
create index tickets_by_day on tickets (on_day);
-- Nobody has two standing tickets in one line on one day.
create unique index tickets_once on tickets (station_id, on_day, person_id, line_id) where person_id is not null and state < 8;
-- A desk calls or serves one at a time.
create unique index tickets_at_desk on tickets (station_id, desk_id) where state in (2, 3);

-- What somebody comes for: one ticket may carry several matters.
create table ticket_matters (
    station_id     BIGINT   not null,
    ticket_id      ID       not null,
    matter_id      INTEGER  not null,
    version        INTEGER  not null,           -- of the checklist that they saw
    outcome        SMALLINT not null,           -- rules::Outcome
    primary key (station_id, ticket_id, matter_id),
    foreign key (station_id, ticket_id) references tickets (station_id, id)
);

-- Every state that a ticket was in: an interval, written with the change, with all that a step back needs. Undone steps stay
-- and say so.
create table ticket_steps (
    station_id     BIGINT   not null,
    ticket_id      ID       not null,
    number         INTEGER  not null,           -- 1, 2, 3 … without holes: the ticket's version
    kind           SMALLINT not null,           -- rules::Step
    state          SMALLINT not null,           -- what it led to, as are all columns up to since
    on_site        FLAG     not null,
    waits_in       INTEGER  not null,
    official_id    INTEGER,
    desk_id        INTEGER,
    order_at       INSTANT  not null,
    due_at         INSTANT,                     -- the ticket's until_at
    calls          SMALLINT not null,
    misses         SMALLINT not null,
    reason         TEXT     not null,
    since          INSTANT  not null,
    from_at        INSTANT  not null,
    until_at       INSTANT,                     -- null = still so
    undone         FLAG     not null,
    by_kind        SMALLINT not null,           -- as in events
    by_id          ID,
    primary key (station_id, ticket_id, number),
    foreign key (station_id, ticket_id) references tickets (station_id, id)
);
