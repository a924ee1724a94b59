-- The country's divisions, the stations in them, and the calendar that their hours follow.
-- Divisions, areas and holidays belong to a deployment; all else belongs to a station.

create table divisions (
    code         BIGINT   not null primary key,  -- 9 digits a township, 12 digits a village
    name         TEXT     not null,
    county       TEXT     not null,
    city         TEXT     not null,
    province     TEXT     not null,
    parent       BIGINT                          -- the township of a village
);

-- Two neighbouring characters of a name: what makes "part of a name" a key, alike on both engines.
create table division_grams (
    gram         TEXT     not null,
    code         BIGINT   not null,
    primary key (gram, code)
);

-- What the directory shows on the way down: written by the import, so that no page counts 41,352 rows.
create table areas (
    code         BIGINT   not null primary key,  -- 2 digits a province, 4 a city, 6 a county
    name         TEXT     not null,
    townships    BIGINT   not null,
    stations     BIGINT   not null
);

create table stations (
    station_id    BIGINT   not null primary key, -- division code * 100 + its place in the division
    slug          TEXT     not null,
    name_zh       TEXT     not null,
    name_en       TEXT     not null,
    division_code BIGINT   not null,
    address       TEXT     not null,
    phone         TEXT,
    lat           FLOAT,
    lon           FLOAT,
    zone          TEXT     not null,             -- IANA name: Asia/Shanghai
    hours         TEXT     not null,             -- OpenStreetMap opening_hours
    created_at    INSTANT  not null
);
create unique index stations_by_slug on stations (slug);

create table owners (
    station_id   BIGINT   not null,
    id           INTEGER  not null,
    name_zh      TEXT     not null,
    name_en      TEXT     not null,
    primary key (station_id, id)
);

-- Notices of holidays and make-up workdays that came after the program was built, each file as it was imported.
create table holiday_files (
    first_year   SMALLINT not null,
    last_year    SMALLINT not null,
    content      TEXT     not null,
    imported_at  INSTANT  not null,
    primary key (first_year, last_year)
);
