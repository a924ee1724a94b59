-- 说过的时间: every time that a person was told and relies on, and those whom no message reaches.

create table promises (
    station_id     BIGINT   not null,
    id             ID       not null,
    about_kind     SMALLINT not null,           -- promises::About: a ticket, papers left here …
    about_id       ID       not null,
    kind           SMALLINT not null,           -- promises::Kind
    official_id    INTEGER,                     -- who has to be there for it
    due_at         INSTANT  not null,           -- the time that was told
    made_at        INSTANT  not null,
    ending         SMALLINT not null,           -- promises::Ending; 0 = open
    ended_at       INSTANT,
    next_id        ID,                          -- the promise that took its place
    reached        SMALLINT not null,           -- reach::Reached, of how they were told what became of it
    primary key (station_id, id)
);
-- Nobody is promised two times of one kind for one thing.
create unique index promises_once on promises (station_id, about_kind, about_id, kind) where ending = 0;
create index promises_of on promises (station_id, about_id);
create index promises_open on promises (station_id, official_id, due_at) where ending = 0;
create index promises_due on promises (due_at) where ending = 0;

-- 待打电话: what somebody has to be told whom no message reaches. A clerk tells them: by telephone, in the hall, through a
-- neighbour.
create table call_list (
    station_id     BIGINT   not null,
    id             ID       not null,
    about_kind     SMALLINT not null,
    about_id       ID       not null,
    name_sealed    BYTES,                       -- as a clerk typed it; null = known by the number only
    text_sealed    BYTES    not null,           -- what to tell them
    made_at        INSTANT  not null,
    due_at         INSTANT  not null,           -- afterwards it is of no use any more
    state          SMALLINT not null,           -- reach::Called
    settled_at     INSTANT,
    by_id          ID,                          -- the clerk who settled it
    primary key (station_id, id)
);
create index call_list_open on call_list (station_id, due_at) where state = 0;
create index call_list_late on call_list (due_at) where state = 0;
create index call_list_about on call_list (station_id, about_id);
create index call_list_by_age on call_list (made_at);
