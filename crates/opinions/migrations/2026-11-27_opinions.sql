-- 意见直通车: what people say is wrong, who looks after it, and what became of it. Of who said it nothing is here but, for those who
-- want messages, a number in a table of its own.

create table opinion_settings (
    station_id     BIGINT   not null primary key,
    oversight_zh   TEXT     not null,           -- whom to turn to where all who run the station are named
    oversight_en   TEXT     not null,
    keep_days      SMALLINT not null check (keep_days between 90 and 1095)
);

create table opinion_categories (
    station_id     BIGINT   not null,
    id             ID       not null,
    slug           TEXT     not null,           -- its code for programs
    place          SMALLINT not null,           -- in which order they stand
    name_zh        TEXT     not null,
    name_en        TEXT     not null,
    screen_days    SMALLINT not null check (screen_days between 1 and 30),   -- working days
    answer_days    SMALLINT not null check (answer_days between 1 and 90),   -- working days, both from the day it came
    elsewhere_zh   TEXT     not null,           -- where to go with what is not for the station
    elsewhere_en   TEXT     not null,
    retired        FLAG     not null,
    primary key (station_id, id)
);
create unique index opinion_categories_by_slug on opinion_categories (station_id, slug);

create table opinion_templates (
    station_id     BIGINT   not null,
    id             ID       not null,
    title          TEXT     not null,
    text           TEXT     not null,
    primary key (station_id, id)
);

create table opinions (
    station_id     BIGINT   not null,
    id             ID       not null,           -- random: no instant is in it
    year           SMALLINT not null,
    number         INTEGER  not null,           -- random within the year: a gap would say that somebody does not see one
    state          SMALLINT not null,           -- rules::State
    source         SMALLINT not null,           -- rules::Source
    partner        TEXT,                        -- the program that handed it in
    category_id    ID,
    received_at    INSTANT  not null,           -- of a withdrawn one: the first of its month
    received_on    DAY      not null,           -- the same in the station's zone
    text_sealed    BYTES,                       -- null once withdrawn
    place_sealed   BYTES,                       -- words
    point_sealed   BYTES,                       -- degrees north and east
    receipt_lookup BYTES    not null,           -- HMAC of the digits
    receipt_hash   TEXT     not null,           -- Argon2id of them
    may_publish    FLAG     not null,
    has_contact    FLAG     not null,           -- that there may be a number, not which: what the erasure goes by
    assigned_to    ID,
    question_open  FLAG     not null,
    reopened       FLAG     not null,           -- it was disputed
    reached        FLAG     not null,           -- whoever left it has said whether it is solved
    answered_on    DAY,                         -- the answer that stands, in the station's zone
    satisfied      SMALLINT,                    -- rules::Satisfied
    merged_into    ID,
    ended_at       INSTANT,
    counted        FLAG     not null,           -- false of one that was taken back and was about whoever ran the station
    primary key (station_id, id)
);
create unique index opinions_by_receipt on opinions (station_id, receipt_lookup);
create unique index opinions_by_number on opinions (station_id, year, number);
create index opinions_by_time on opinions (station_id, received_at);
create index opinions_answered on opinions (answered_on) where state = 4;
create index opinions_open on opinions (station_id, received_at) where ended_at is null;
create index opinions_ended on opinions (ended_at) where ended_at is not null;
create index opinions_with_contact on opinions (station_id, id) where has_contact;
create index opinions_merged on opinions (station_id, merged_into) where merged_into is not null;

-- Numbers of those who want messages. Nothing here leads to an opinion without the key file, and no instant stands beside them.
create table opinion_contacts (
    station_id     BIGINT   not null,
    link           BYTES    not null,           -- HMAC of the opinion's id
    phone_sealed   BYTES    not null,
    phone_hash     BYTES    not null,           -- HMAC of the number, for whoever wants to be forgotten
    primary key (station_id, link)
);
create index opinion_contacts_by_phone on opinion_contacts (phone_hash);

-- Whom an opinion is about: to them it is not there.
create table opinion_named (
    station_id     BIGINT   not null,
    id             ID       not null,
    opinion_id     ID       not null,
    staff_id       ID,
    name_sealed    BYTES    not null,           -- a person, or a desk
    name_hash      BYTES    not null,           -- HMAC of the name: so that a colleague who signs in later is known too
    source         SMALLINT not null,           -- rules::NamedBy
    lifted_by      ID,                          -- who of staff found that it is not about them
    lifted_at      INSTANT,
    primary key (station_id, id),
    foreign key (station_id, opinion_id) references opinions (station_id, id)
);
create unique index opinion_named_once on opinion_named (station_id, opinion_id, name_hash);
create index opinion_named_staff on opinion_named (station_id, staff_id) where staff_id is not null;

-- The history of an opinion. Append-only, until the whole opinion goes.
create table opinion_events (
    station_id     BIGINT   not null,
    opinion_id     ID       not null,
    number         INTEGER  not null,           -- 1, 2, 3 … without holes
    at             INSTANT  not null,
    step           SMALLINT not null,           -- rules::Step
    by_kind        SMALLINT not null,           -- 0 time, 1 whoever left it, 2 staff
    by_id          ID,                          -- of staff
    desk           TEXT     not null,           -- where they sat
    to_id          ID,                          -- to whom it was given, or into what it was merged
    text_sealed    BYTES,
    primary key (station_id, opinion_id, number),
    foreign key (station_id, opinion_id) references opinions (station_id, id)
);

-- Who of staff has looked, for whoever left it to read.
create table opinion_viewers (
    station_id     BIGINT   not null,
    opinion_id     ID       not null,
    staff_id       ID       not null,
    look           SMALLINT not null,           -- rules::Look
    at             INSTANT  not null,           -- the quarter of an hour in which they did
    desk           TEXT     not null,
    primary key (station_id, opinion_id, staff_id, look, at),
    foreign key (station_id, opinion_id) references opinions (station_id, id)
);

create table opinion_photos (
    station_id     BIGINT   not null,
    id             ID       not null,
    opinion_id     ID       not null,
    place          SMALLINT not null,
    sealed         BYTES    not null,           -- a JPEG
    primary key (station_id, id),
    foreign key (station_id, opinion_id) references opinions (station_id, id)
);
create index opinion_photos_of on opinion_photos (station_id, opinion_id, place);

-- What everybody may read: a masked title and text, in weekly batches. Its key is fresh.
create table opinion_posts (
    station_id     BIGINT   not null,
    id             ID       not null,           -- random: no instant is in it
    opinion_id     ID,                          -- null once the opinion is gone
    category_id    ID,
    title          TEXT     not null,
    text           TEXT     not null,
    answer         TEXT,
    address        TEXT     not null,
    lat            FLOAT,                       -- rounded to three decimals
    lon            FLOAT,
    made_at        INSTANT  not null,           -- never shown to the public
    released_on    DAY,                         -- a Monday
    answered_week  DAY,                         -- a Monday
    updated_on     DAY,                         -- a Monday
    closed         FLAG     not null,
    hidden_by      INTEGER,                     -- the number of the hiding that stands
    primary key (station_id, id)
);
create unique index opinion_posts_of on opinion_posts (station_id, opinion_id) where opinion_id is not null;
create index opinion_posts_released on opinion_posts (station_id, released_on);
create index opinion_posts_waiting on opinion_posts (made_at) where released_on is null;

-- Hiding needs two hands, a reason, and can be appealed. Append-only.
create table opinion_hides (
    station_id     BIGINT   not null,
    post_id        ID       not null,
    number         INTEGER  not null,
    asked_by       ID       not null,
    asked_at       INSTANT  not null,
    reason         TEXT     not null,
    decided_by     ID,
    decided_at     INSTANT,
    hide           FLAG,                        -- what was decided
    appeal_sealed  BYTES,
    appealed_at    INSTANT,
    judged_by      ID,
    judged_at      INSTANT,
    shown_again    FLAG,                        -- what was decided on the appeal
    primary key (station_id, post_id, number),
    foreign key (station_id, post_id) references opinion_posts (station_id, id)
);

-- What remains of an opinion for the figures: it names nobody and leads to nothing.
create table opinion_facts (
    station_id     BIGINT   not null,
    id             ID       not null,
    month          DAY      not null,           -- its first day
    category_id    ID,
    state          SMALLINT not null,           -- rules::State
    answered       FLAG     not null,
    in_time        FLAG     not null,
    reached        FLAG     not null,
    satisfied      SMALLINT,
    primary key (station_id, id)
);
create index opinion_facts_by_month on opinion_facts (station_id, month);

-- Stamps that were used: each is good once.
create table opinion_stamps (
    station_id     BIGINT   not null,
    stamp          BYTES    not null,           -- SHA-256 of its challenge
    until          INSTANT  not null,
    primary key (station_id, stamp)
);
create index opinion_stamps_by_end on opinion_stamps (until);
