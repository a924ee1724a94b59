-- 来办事怎么样: up to where the days of a station are counted.

-- The day whose presences become a fact next, once it is over. Begins with the first declaration.
create table presence_counts (
    station_id     BIGINT   not null primary key,
    next_day       DAY      not null
);
create index presence_counts_due on presence_counts (next_day);
