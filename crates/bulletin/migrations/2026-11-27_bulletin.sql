-- 动态: what the station tells, every version of it, who saw it before everybody did, and why something was taken down.

create table notice_sections (
    station_id     BIGINT   not null,
    id             INTEGER  not null,           -- counted from 1
    slug           TEXT     not null,           -- in addresses: reminders
    name_zh        TEXT     not null,
    name_en        TEXT     not null,           -- may be empty
    place          SMALLINT not null,           -- in this order
    primary key (station_id, id)
);
create unique index notice_sections_once on notice_sections (station_id, slug);

create table notices (
    station_id     BIGINT   not null,
    id             ID       not null,
    section        INTEGER  not null,           -- of the version that everybody reads; before there is one, of the last
    stands         SMALLINT not null,           -- rules::Stands: not yet 0, public 1, taken down 2
    work           SMALLINT not null,           -- rules::Work of the last version: none 0, draft 1, asked for a second look 2
    version        INTEGER  not null,           -- the last one
    shown          INTEGER,                     -- the one that everybody reads
    editor         ID       not null,           -- of staff, who began it
    writer         ID       not null,           -- of staff, who wrote the last version
    made_at        INSTANT  not null,
    published_at   INSTANT,                     -- first
    changed_at     INSTANT,                     -- when what everybody reads changed last
    primary key (station_id, id),
    foreign key (station_id, section) references notice_sections (station_id, id),
    check (stands = 0 or (shown is not null and published_at is not null and changed_at is not null))
);
create index notices_by_time on notices (station_id, published_at, id);

-- Append-only: a change of a text is a new row. Only who let it be seen is added, once.
create table notice_versions (
    station_id     BIGINT   not null,
    notice_id      ID       not null,
    nr             INTEGER  not null,           -- counted from 1
    section        INTEGER  not null,
    title          TEXT     not null,
    body           TEXT     not null,           -- Markdown
    title_en       TEXT     not null,           -- may be empty
    body_en        TEXT     not null,
    source         TEXT     not null,           -- where it comes from; may be empty
    what           TEXT     not null,           -- what is corrected of what everybody has read; empty before
    made_by        ID       not null,
    made_at        INSTANT  not null,
    shown_at       INSTANT,                     -- when it became what everybody reads
    shown_by       ID,                          -- whose second look it was
    alone          FLAG     not null,           -- nobody else works at the station: there was no second look
    primary key (station_id, notice_id, nr),
    foreign key (station_id, notice_id) references notices (station_id, id),
    foreign key (station_id, section) references notice_sections (station_id, id),
    check ((shown_at is null) = (shown_by is null))
);

-- Photos without what the camera had written into them.
create table notice_photos (
    station_id     BIGINT   not null,
    id             ID       not null,
    notice_id      ID       not null,
    bytes          BYTES    not null,           -- JPEG
    width          INTEGER  not null check (width > 0),
    height         INTEGER  not null check (height > 0),
    added_by       ID       not null,
    added_at       INSTANT  not null,
    primary key (station_id, id),
    foreign key (station_id, notice_id) references notices (station_id, id)
);
create index notice_photos_by_notice on notice_photos (station_id, notice_id);

-- Which photos a version shows, in which order, and what they show in words.
create table notice_version_photos (
    station_id     BIGINT   not null,
    notice_id      ID       not null,
    version        INTEGER  not null,
    place          SMALLINT not null,
    photo_id       ID       not null,
    alt            TEXT     not null check (alt <> ''),
    primary key (station_id, notice_id, version, place),
    foreign key (station_id, notice_id, version) references notice_versions (station_id, notice_id, nr),
    foreign key (station_id, photo_id) references notice_photos (station_id, id)
);
create unique index notice_version_photos_once on notice_version_photos (station_id, notice_id, version, photo_id);
create index notice_version_photos_by_photo on notice_version_photos (station_id, photo_id);

-- By what a notice that everybody reads is found (rules::grams).
create table notice_grams (
    station_id     BIGINT   not null,
    gram           BYTES    not null,           -- bytes compare alike on both engines
    notice_id      ID       not null,
    primary key (station_id, gram, notice_id),
    foreign key (station_id, notice_id) references notices (station_id, id)
);
create index notice_grams_by_notice on notice_grams (station_id, notice_id);

-- Notices that are alike, each pair in both directions.
create table notice_related (
    station_id     BIGINT   not null,
    notice_id      ID       not null,
    other_id       ID       not null,
    likeness       FLOAT    not null check (likeness > 0),
    primary key (station_id, notice_id, other_id),
    foreign key (station_id, notice_id) references notices (station_id, id),
    foreign key (station_id, other_id) references notices (station_id, id),
    check (notice_id <> other_id)
);
create index notice_related_by_other on notice_related (station_id, other_id);

-- Who asked to take a notice down, why, and what became of it.
create table notice_downs (
    station_id     BIGINT   not null,
    notice_id      ID       not null,
    nr             INTEGER  not null,           -- counted from 1
    why            TEXT     not null check (why <> ''),
    asked_by       ID       not null,
    asked_at       INSTANT  not null,
    ended          SMALLINT not null,           -- rules::Ended: open 0, taken down 1, kept up 2
    ended_by       ID,
    ended_at       INSTANT,
    primary key (station_id, notice_id, nr),
    foreign key (station_id, notice_id) references notices (station_id, id),
    check ((ended = 0) = (ended_at is null)),
    check ((ended = 0) = (ended_by is null))
);
