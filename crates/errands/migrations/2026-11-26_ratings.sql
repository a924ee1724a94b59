-- 评价和回访: what somebody said of a finished ticket, once, and whom the station calls back because of it.

-- Who served is in no column. A row goes thirty days after its ticket's day, and with it what led from a rating to a ticket.
create table ratings (
    station_id     BIGINT   not null,
    id             ID       not null,           -- events name this one, never the ticket
    ticket_id      ID       not null,
    on_day         DAY      not null,           -- the ticket's day
    level          SMALLINT not null check (level between 1 and 5),
    words_sealed   BYTES,
    given_at       INSTANT  not null,
    counted        FLAG     not null,           -- fixed, and its fact is written
    primary key (station_id, id),
    foreign key (station_id, ticket_id) references tickets (station_id, id)
);
create unique index ratings_by_ticket on ratings (station_id, ticket_id);
create index ratings_to_count on ratings (on_day) where not counted;
create index ratings_by_age on ratings (on_day);

-- 回访: opened by the two lowest levels.
create table call_backs (
    station_id     BIGINT   not null,
    rating_id      ID       not null,
    opened_on      DAY      not null,
    days           SMALLINT not null check (days between 1 and 15),  -- working days; the calendar says which day that is
    outcome        SMALLINT check (outcome between 1 and 3),         -- ratings::rules::Outcome; null = nobody was called yet
    answer_sealed  BYTES,                       -- what whoever has the ticket reads
    answered_at    INSTANT,
    counted        FLAG     not null,           -- its fact is written
    primary key (station_id, rating_id),
    foreign key (station_id, rating_id) references ratings (station_id, id)
);
create index call_backs_to_count on call_backs (opened_on) where not counted;

create table rating_settings (
    station_id     BIGINT   not null primary key,
    call_back_days SMALLINT not null check (call_back_days between 1 and 15)
);
