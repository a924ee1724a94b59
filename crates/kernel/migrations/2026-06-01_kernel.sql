-- What the kernel keeps. Sessions belong to a deployment; all else belongs to a station.

create table sessions (
    token_hash   BYTES    not null primary key,  -- SHA-256 of the cookie: the table alone opens no session
    kind         SMALLINT not null,              -- 0 resident, 1 staff
    subject      ID       not null,
    created_at   INSTANT  not null,
    expires_at   INSTANT  not null
);
create index sessions_by_subject on sessions (kind, subject);
create index sessions_by_end on sessions (expires_at);

create table answers (
    station_id   BIGINT   not null,
    key_hash     BYTES    not null,              -- of the idempotency key and of who sent it
    request_hash BYTES    not null,              -- the same key with another request is refused
    body         JSON     not null,
    at           INSTANT  not null,
    primary key (station_id, key_hash)
);

create table changes (
    station_id   BIGINT   not null primary key,
    last         BIGINT   not null               -- the highest change number; its row stays locked until the commit
);

create table events (
    station_id   BIGINT   not null,
    change       BIGINT   not null,              -- 1, 2, 3 … without holes
    at           INSTANT  not null,
    kind         TEXT     not null,
    subject      TEXT     not null,              -- the key of what was changed
    by_kind      SMALLINT not null,              -- 0 the program, 1 a resident, 2 staff
    by_id        ID,
    data         JSON     not null,
    primary key (station_id, change)
);

create table facts (
    station_id   BIGINT   not null,
    id           ID       not null,
    kind         TEXT     not null,
    on_day       DAY      not null,              -- in the station's zone
    at           INSTANT  not null,
    data         JSON     not null,
    primary key (station_id, id)
);
create index facts_by_kind on facts (station_id, kind, on_day);

create table messages (
    station_id   BIGINT   not null,
    id           ID       not null,
    kind         TEXT     not null,              -- the key of its text
    to_sealed    BYTES    not null,
    text_sealed  BYTES    not null,
    made_at      INSTANT  not null,
    due_at       INSTANT  not null,
    state        SMALLINT not null,              -- 0 waiting, 1 sent, 2 given up
    tries        SMALLINT not null,
    settled_at   INSTANT,
    primary key (station_id, id)
);
create index messages_waiting on messages (due_at) where state = 0;
