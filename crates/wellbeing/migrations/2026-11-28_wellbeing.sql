-- 四常 · 幸福指数: what is counted about the station, never about a person.

-- How many people live in the township, as a statistic says: what visits are counted per 100 of. The same day again replaces the
-- number; events keep the old one.
create table residents (
    station_id     BIGINT   not null,
    as_of          DAY      not null,
    people         INTEGER  not null,
    source         TEXT     not null,           -- which statistic
    set_at         INSTANT  not null,
    set_by         ID       not null,           -- of staff
    primary key (station_id, as_of)
);

-- What was published of a month or a week. A correction is the next revision; no row is ever changed or deleted.
create table month_sheets (
    station_id     BIGINT   not null,
    period         TEXT     not null,           -- 2026-06
    revision       INTEGER  not null,           -- from 1
    made_at        INSTANT  not null,
    why            TEXT     not null,           -- of a correction; empty for the first
    sheet          TEXT     not null,           -- rules::sheet::MonthSheet as it is published, byte for byte
    primary key (station_id, period, revision)
);

-- A survey: one question, a list of households, a draw, ballots.
create table surveys (
    station_id     BIGINT   not null,
    id             ID       not null,
    opens_on       DAY      not null,
    closes_on      DAY      not null,           -- the last day on which answers are taken
    state          SMALLINT not null,           -- rules::waves::State
    wanted         INTEGER  not null,           -- households to be drawn
    bands          JSON     not null,           -- [{band, population}] of grown-ups, oldest last, and their source
    source         TEXT     not null,           -- of the populations
    commitment     TEXT     not null,           -- SHA-256 of the seed
    seed_sealed    BYTES    not null,           -- until the draw nobody's to know
    households     INTEGER,                     -- of the list
    list_digest    TEXT,
    drawn_at       INSTANT,
    not_eligible   INTEGER  not null,           -- drawn households in which nobody lives
    printed        INTEGER  not null,           -- ballots that were printed and not taken back
    made_at        INSTANT  not null,
    made_by        ID       not null,           -- of staff
    closed_at      INSTANT,
    result         JSON,                        -- rules::survey::SurveyBasis, fixed when it closes
    primary key (station_id, id)
);

-- The list while it is needed; gone when the survey is closed.
create table survey_households (
    station_id     BIGINT   not null,
    survey_id      ID       not null,
    line           INTEGER  not null,           -- from 1
    sealed         BYTES    not null,           -- village and address
    drawn          FLAG     not null,
    primary key (station_id, survey_id, line),
    foreign key (station_id, survey_id) references surveys (station_id, id)
);

-- Ballots that can still be used. A spent one has no row; which household one went to is written nowhere.
create table survey_ballots (
    station_id     BIGINT   not null,
    survey_id      ID       not null,
    code_hash      BYTES    not null,           -- keyed
    primary key (station_id, survey_id, code_hash),
    foreign key (station_id, survey_id) references surveys (station_id, id)
);

-- Answers, with no time, no order and no ballot: the key is drawn, what was said is sealed, and each night all rows get other keys,
-- are sealed anew and written in one transaction.
create table survey_answers (
    station_id     BIGINT   not null,
    survey_id      ID       not null,
    id             ID       not null,           -- drawn, not made of a time
    sealed         BYTES    not null,           -- score, band and rules::flags::Mode, a byte each
    primary key (station_id, survey_id, id),
    foreign key (station_id, survey_id) references surveys (station_id, id)
);

-- How many ballots came in an hour, by how they came: never which answers. Gone when the survey is over.
create table survey_hours (
    station_id     BIGINT   not null,
    survey_id      ID       not null,
    mode           SMALLINT not null,
    hour           BIGINT   not null,           -- since 1970
    n              INTEGER  not null,
    primary key (station_id, survey_id, mode, hour)
);

-- How many said that somebody had told them what to answer: by whom, never who said it. Gone when the survey is over.
create table survey_tips (
    station_id     BIGINT   not null,
    survey_id      ID       not null,
    by_whom        SMALLINT not null,           -- rules::tips::ByWhom
    n              INTEGER  not null,
    primary key (station_id, survey_id, by_whom)
);
