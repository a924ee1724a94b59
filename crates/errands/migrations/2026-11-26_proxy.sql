-- 代办: who may act for whom, and what was left at the desk.

-- 同意: somebody agrees that another one does a matter for them. Withdrawn, it stays and says when.
create table proxy_consents (
    station_id     BIGINT   not null,
    id             ID       not null,
    matter_id      INTEGER  not null,
    person_id      ID,                          -- whose matter it is
    name_sealed    BYTES,                       -- what a clerk typed of them
    proxy_sealed   BYTES,                       -- who acts, by name
    proxy_kind     SMALLINT not null,           -- proxy::rules::Kind
    how            SMALLINT not null,           -- proxy::rules::How
    until_on       DAY      not null,           -- the last day on which it holds
    made_at        INSTANT  not null,
    made_by        ID,                          -- the staff who wrote it down; null = they did it themselves
    withdrawn_at   INSTANT,
    primary key (station_id, id)
);
create index proxy_consents_by_person on proxy_consents (person_id, station_id);
create index proxy_consents_standing on proxy_consents (station_id, until_on);
create index proxy_consents_old on proxy_consents (until_on) where proxy_sealed is not null;

-- Which tickets are carried by somebody else.
create table ticket_carriers (
    station_id     BIGINT   not null,
    ticket_id      ID       not null,
    consent_id     ID       not null,
    name_sealed    BYTES,
    on_day         DAY      not null,           -- the ticket's
    primary key (station_id, ticket_id),
    foreign key (station_id, ticket_id) references tickets (station_id, id),
    foreign key (station_id, consent_id) references proxy_consents (station_id, id)
);
create index ticket_carriers_named on ticket_carriers (on_day) where name_sealed is not null;
