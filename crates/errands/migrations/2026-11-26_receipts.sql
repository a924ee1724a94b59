-- 放下就走: papers that are left at the desk, each with a receipt.

create table receipts (
    station_id     BIGINT   not null,
    id             ID       not null,           -- in its address: it cannot be guessed
    on_day         DAY      not null,
    number         INTEGER  not null,           -- 1, 2, 3 … of the day: what stands on the folder
    matter_id      INTEGER  not null,
    version        INTEGER  not null,           -- of the checklist by which it was looked through
    papers         JSON     not null,           -- which lines of it were left, from 0
    consent_id     ID,                          -- under which somebody else left them
    person_id      ID,
    name_sealed    BYTES,                       -- what a clerk typed
    carrier_sealed BYTES,                       -- who left them for somebody else
    ready_at       INSTANT  not null,           -- the time that they were told
    state          SMALLINT not null,           -- receipts::rules::State
    note           TEXT     not null,           -- which paper is needed
    since          INSTANT  not null,           -- when the state began
    steps          INTEGER  not null,           -- how many there are: the version
    made_at        INSTANT  not null,
    primary key (station_id, id),
    foreign key (station_id, consent_id) references proxy_consents (station_id, id)
);
create unique index receipts_by_number on receipts (station_id, on_day, number);
create index receipts_standing on receipts (station_id, ready_at) where state < 4;
create index receipts_by_person on receipts (person_id, station_id);
create index receipts_named on receipts (since) where state = 4;

-- What became of them: appended, never changed.
create table receipt_steps (
    station_id     BIGINT   not null,
    receipt_id     ID       not null,
    number         INTEGER  not null,           -- 1, 2, 3 … without holes
    state          SMALLINT not null,
    ready_at       INSTANT  not null,           -- what they were told then
    note           TEXT     not null,
    at             INSTANT  not null,
    by_id          ID,
    primary key (station_id, receipt_id, number),
    foreign key (station_id, receipt_id) references receipts (station_id, id)
);
