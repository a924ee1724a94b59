-- 职工书屋: what can be read, each piece of it, who has it now, and who waits for it. What was given back is forgotten: a loan is a row
-- only while it lasts.

-- What a book is, by its ISBN: shared by all stations of the deployment, so that a clerk types nothing that another has typed.
create table title_pack (
    isbn           TEXT     not null,           -- 13 digits
    title          TEXT     not null,
    subtitle       TEXT     not null,           -- may be empty, as all texts here but the title
    authors        TEXT     not null,
    publisher      TEXT     not null,
    year           SMALLINT,                    -- of the edition
    class          TEXT     not null,           -- Chinese Library Classification: I247.5
    kind           SMALLINT not null,           -- rules::Kind
    for_children   FLAG     not null,
    source         TEXT     not null,           -- where the record comes from
    changed_at     INSTANT  not null,
    primary key (isbn)
);

create table library_settings (
    station_id     BIGINT   not null,
    most_items     SMALLINT not null,           -- at one reader, 1 to 50
    loan_days      SMALLINT not null,           -- 1 to 365
    renewals       SMALLINT not null,           -- 0 to 9
    hold_days      SMALLINT not null,           -- days on which the room is open, 1 to 30
    kinds          SMALLINT not null,           -- what is lent: bit n for rules::Kind n
    block_days     SMALLINT,                    -- whoever has something so many days over gets nothing more; none: always more
    due_mode       SMALLINT not null,           -- rules::DueMode: calendar 0, only open days count 1, next open day 2
    history        FLAG     not null,           -- readers may keep a list of what they have read; off until a manager turns it on
    next_barcode   INTEGER  not null,           -- the next piece's number
    primary key (station_id)
);

create table library_shelves (
    station_id     BIGINT   not null,
    id             INTEGER  not null,           -- counted from 1
    code           TEXT     not null,           -- in addresses and on labels: a1
    name_zh        TEXT     not null,
    name_en        TEXT     not null,           -- may be empty
    honesty        FLAG     not null,           -- take one, bring one: nobody writes down who
    place          SMALLINT not null,           -- in this order
    primary key (station_id, id)
);
create unique index library_shelves_once on library_shelves (station_id, code);

create table titles (
    station_id     BIGINT   not null,
    id             ID       not null,
    isbn           TEXT,                        -- 13 digits; a third have none
    title          TEXT     not null,
    subtitle       TEXT     not null,           -- may be empty, as authors, publisher, class, note
    authors        TEXT     not null,
    publisher      TEXT     not null,
    year           SMALLINT,
    class          TEXT     not null,
    kind           SMALLINT not null,           -- rules::Kind
    for_children   FLAG     not null,
    note           TEXT     not null,           -- what it is about, in a few words
    added_on       DAY      not null,
    primary key (station_id, id)
);
create unique index titles_by_isbn on titles (station_id, isbn);
create index titles_by_day on titles (station_id, added_on, id);

create table title_covers (
    station_id     BIGINT   not null,
    title_id       ID       not null,
    bytes         BYTES    not null,           -- a JPEG without what the camera had written into it
    width          INTEGER  not null,
    height         INTEGER  not null,
    primary key (station_id, title_id),
    foreign key (station_id, title_id) references titles (station_id, id)
);

-- By what titles are found: kernel::grams.
create table title_grams (
    station_id     BIGINT   not null,
    gram          BYTES    not null,
    title_id       ID       not null,
    primary key (station_id, gram, title_id)
);
create index title_grams_of on title_grams (station_id, title_id);

create table copies (
    station_id     BIGINT   not null,
    id             ID       not null,
    title_id       ID       not null,
    barcode        TEXT     not null,           -- the station's own: 13 digits that begin with 20; or that of another system:
                                                -- 1 to 20 capitals, digits, hyphens
    shelf          INTEGER  not null,           -- where it belongs
    stands         SMALLINT not null,           -- rules::Stands: here 0, missing 1, under repair 2, on the way 3, gone 4
    source         TEXT     not null,           -- where it comes from; may be empty; never a person's name
    added_on       DAY      not null,
    last_lent_on   DAY,
    seen_on        DAY,                         -- in a stocktake, or when it was lent or given back
    back_at        INSTANT,                     -- when it was last given back: what a device sends later may be older than that
    primary key (station_id, id),
    foreign key (station_id, title_id) references titles (station_id, id),
    foreign key (station_id, shelf) references library_shelves (station_id, id)
);
create unique index copies_by_barcode on copies (station_id, barcode);
create index copies_of_title on copies (station_id, title_id);
create index copies_on_shelf on copies (station_id, shelf);

-- One row for each copy that somebody has: the key lets nobody else have it. Given back, the row is gone, and with it who had it.
create table loans (
    station_id     BIGINT   not null,
    copy_id        ID       not null,
    id             ID       not null,
    title_id       ID       not null,
    person_id      ID,                          -- nobody: whoever has it asked to be forgotten
    lent_at        INSTANT  not null,
    lent_on        DAY      not null,
    due_on         DAY      not null,
    renewals       SMALLINT not null,
    told           SMALLINT not null,           -- nothing 0, that it is due soon 1, that it is overdue 2, that a clerk has to tell them so 3
    primary key (station_id, copy_id),
    foreign key (station_id, copy_id) references copies (station_id, id)
);
create unique index loans_by_id on loans (station_id, id);
create index loans_of_person on loans (person_id);
create index loans_by_due on loans (station_id, due_on);
create index loans_to_tell on loans (told, due_on);

-- Who waits for a title, in the order in which they asked; a row only while they wait.
create table library_holds (
    station_id     BIGINT   not null,
    id             ID       not null,
    title_id       ID       not null,
    person_id      ID       not null,
    placed_at      INSTANT  not null,
    copy_id        ID,                          -- the one that was put aside for them
    ready_on       DAY,
    ready_until    DAY,                         -- the last day on which it is kept
    told           FLAG     not null,           -- they know that it is put aside
    primary key (station_id, id),
    foreign key (station_id, title_id) references titles (station_id, id),
    check ((copy_id is null) = (ready_until is null) and (copy_id is null) = (ready_on is null))
);
create unique index library_holds_once on library_holds (station_id, title_id, person_id);
create unique index library_holds_copy on library_holds (station_id, copy_id);
create index library_holds_in_order on library_holds (station_id, title_id, placed_at, id);
create index library_holds_of_person on library_holds (person_id);
create index library_holds_by_day on library_holds (ready_until);

-- What is known of a reader beside what they have: nothing but this.
create table library_readers (
    station_id     BIGINT   not null,
    person_id      ID       not null,
    month          DAY,                         -- the first day of the month in which they last took something, so that a month counts them once
    history        FLAG     not null,           -- they want a list of what they have read
    primary key (station_id, person_id)
);
create index library_readers_of_person on library_readers (person_id);
create index library_readers_by_month on library_readers (month);

-- Only of those who want it, where the station offers it.
create table reading_history (
    station_id     BIGINT   not null,
    id             ID       not null,
    person_id      ID       not null,
    title_id       ID       not null,
    lent_on        DAY      not null,
    returned_on    DAY      not null,
    primary key (station_id, id)
);
create index reading_history_of_person on reading_history (person_id);
create index reading_history_by_day on reading_history (returned_on);

-- What a device at the counter sent, once each, in the order in which it came: nothing of it is changed afterwards.
create table library_log (
    station_id     BIGINT   not null,
    id             ID       not null,           -- the device's own
    staff_id       ID       not null,
    kind           SMALLINT not null,           -- rules::log::Kind: lent 0, given back 1, renewed 2
    barcode        TEXT     not null,           -- as it was scanned; empty if it was none
    happened_at    INSTANT  not null,           -- by the device's count of the time since
    received_at    INSTANT  not null,
    outcome        SMALLINT not null,           -- rules::log::Outcome: done 0, was so already 1, a clerk has to look 2
    primary key (station_id, id)
);
create index library_log_by_time on library_log (received_at);

-- What a clerk has to look at. Whom it is about is forgotten when it is settled.
create table library_tasks (
    station_id     BIGINT   not null,
    id             ID       not null,
    kind           SMALLINT not null,           -- rules::task::Kind
    log_id         ID,
    copy_id        ID,
    person_id      ID,
    barcode        TEXT     not null,           -- may be empty
    happened_at    INSTANT  not null,
    made_at        INSTANT  not null,
    settled_at     INSTANT,
    settled_by     ID,                          -- of staff
    how            SMALLINT,                    -- rules::task::How
    primary key (station_id, id),
    check ((settled_at is null) = (how is null))
);
create index library_tasks_open on library_tasks (station_id, settled_at, made_at);
create index library_tasks_of_person on library_tasks (person_id);
create index library_tasks_settled on library_tasks (settled_at);
create index library_tasks_of_log on library_tasks (station_id, log_id);

create table stocktakes (
    station_id     BIGINT   not null,
    id             ID       not null,
    shelf          INTEGER,                     -- one shelf, or all
    begun_at       INSTANT  not null,
    begun_by       ID       not null,
    ended_at       INSTANT,
    primary key (station_id, id)
);

create table stocktake_seen (
    station_id     BIGINT   not null,
    stocktake_id   ID       not null,
    copy_id        ID       not null,
    shelf          INTEGER  not null,           -- where it was seen
    seen_at        INSTANT  not null,
    stood          SMALLINT not null,           -- rules::Stands: how it stood then
    primary key (station_id, stocktake_id, copy_id),
    foreign key (station_id, stocktake_id) references stocktakes (station_id, id)
);

-- A copy goes to another station. The row is of the station that has it; the other one reads it too.
create table library_transfers (
    station_id     BIGINT   not null,
    id             ID       not null,
    title_id       ID       not null,
    copy_id        ID,                          -- once it is chosen
    to_station     BIGINT   not null,
    state          SMALLINT not null,           -- rules::transfer::State: asked 0, sent 1, arrived 2, declined 3, called back 4
    why            TEXT     not null,           -- of a no; may be empty
    asked_at       INSTANT  not null,
    sent_at        INSTANT,
    ended_at       INSTANT,
    primary key (station_id, id),
    foreign key (station_id, title_id) references titles (station_id, id)
);
create index library_transfers_to on library_transfers (to_station, state);
create unique index library_transfers_copy on library_transfers (station_id, copy_id, sent_at);
