-- 开放接口: who may hand opinions in from a program of their own, and what became of what they handed in.

-- A partner's key. Of the key itself only a keyed hash is here; its last letters tell one from another.
create table open_partners (
    station_id     BIGINT   not null,
    id             ID       not null,
    name           TEXT     not null,           -- an office or a firm, never a person
    key_hash       BYTES    not null,
    key_end        TEXT     not null,
    made_by        ID       not null,
    made_at        INSTANT  not null,
    withdrawn_by   ID,
    withdrawn_at   INSTANT,
    primary key (station_id, id),
    check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index open_partners_by_key on open_partners (key_hash);

-- A token that was given for an opinion: its hash leads to the opinion, and nothing leads back. Who handed it in and at which
-- instant is not kept here.
create table open_tokens (
    station_id     BIGINT   not null,
    token_hash     BYTES    not null,
    opinion_id     ID       not null,
    month          DAY      not null,           -- its first day; what it is forgotten by
    primary key (station_id, token_hash)
);
create index open_tokens_by_age on open_tokens (month);
