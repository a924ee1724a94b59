-- 等候时间: what a station has learnt of its turns, and what each ticket was told when it was drawn.

create table waiting_knowledge (
    station_id     BIGINT   not null primary key,
    durations      JSON     not null,           -- forecast::Durations
    band           JSON     not null,           -- forecast::Band
    learnt_at      INSTANT  not null
);

create table ticket_forecasts (
    station_id     BIGINT   not null,
    ticket_id      ID       not null,
    told_at        INSTANT  not null,
    told           JSON     not null,           -- forecast::Forecast
    learnt         FLAG     not null,           -- what came of it is in waiting_knowledge
    primary key (station_id, ticket_id),
    foreign key (station_id, ticket_id) references tickets (station_id, id)
);
create index ticket_forecasts_to_learn on ticket_forecasts (told_at) where not learnt;
