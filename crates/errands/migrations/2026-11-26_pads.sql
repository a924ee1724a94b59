-- 停电号: what stood on a pad of paper while the program was away, and which ticket each sheet became.
create table pad_numbers (
    station_id     BIGINT   not null,
    on_day         DAY      not null,
    line_id        INTEGER  not null,
    pad            INTEGER  not null,           -- what is printed on the sheet
    copy           SMALLINT not null,           -- 1; 2, 3 … of other sheets with the same number
    ticket_id      ID       not null,
    typed_at       INSTANT  not null,
    primary key (station_id, on_day, line_id, pad, copy),
    foreign key (station_id, ticket_id) references tickets (station_id, id)
);
create unique index pad_numbers_by_ticket on pad_numbers (station_id, ticket_id);
