-- What residents have agreed to, the children they let the station remember, and household cards. Persons belong to a
-- deployment, and so does all this.

create table consents (
    id             ID       not null primary key,
    person_id      ID       not null,
    kind           SMALLINT not null,           -- 0 children, 1 card
    text_version   TEXT     not null,           -- which text they agreed to
    given_at       INSTANT  not null,
    by_staff       ID,                          -- the clerk who wrote it down for them; none when they did it themselves
    withdrawn_at   INSTANT                      -- written once; rows are never changed otherwise
);
create index consents_by_person on consents (person_id);

create table children (
    id              ID       not null primary key,
    guardian_id     ID       not null,
    nickname_sealed BYTES    not null,
    band            SMALLINT not null,          -- 0: 0-3, 1: 4-6, 2: 7-9, 3: 10-12, 4: 13-15, 5: 16-17; never a birth date
    made_at         INSTANT  not null,
    forget_at       INSTANT  not null           -- when the band is surely no longer right
);
create index children_by_guardian on children (guardian_id);
create index children_to_forget on children (forget_at);

create table cards (
    id             ID       not null primary key,
    person_id      ID       not null,           -- whose household it is
    code_hash      BYTES    not null unique,    -- HMAC of the code on the card
    station_id     BIGINT   not null,           -- where it was issued
    issued_by      ID       not null,
    issued_at      INSTANT  not null,
    expires_at     INSTANT  not null,
    revoked_at     INSTANT
);
create index cards_by_person on cards (person_id);
create index cards_by_end on cards (expires_at);
