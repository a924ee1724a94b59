-- 约伴: a reservation that looks for people to play with, who plays, who can play when, and who keeps away from whom.

-- A game is one reservation (the same id): held while it looks for people, confirmed once it is filled.
create table games (
    station_id     BIGINT   not null,
    id             ID       not null,
    offering_id    INTEGER  not null,
    venue_id       INTEGER  not null,
    person_id      ID,                          -- who posted it; null = a name at the desk
    starts_at      INSTANT  not null,           -- the reservation's: a game is not moved
    ends_at        INSTANT  not null,
    state          SMALLINT not null,           -- games::rules::Row; always read together with the reservation and the clock
    wanted         INTEGER  not null check (wanted between 2 and 1000),
    band           SMALLINT,                    -- the age band of a game of minors
    level          SMALLINT,
    note           TEXT     not null,
    reason         TEXT     not null,           -- why the desk called it off
    made_at        INSTANT  not null,
    announced_at   INSTANT,                     -- when those who can play then were told
    tidied_at      INSTANT,                     -- when who had played was forgotten
    primary key (station_id, id),
    foreign key (station_id, id) references reservations (station_id, id)
);
create index games_by_start on games (station_id, starts_at);
create index games_standing on games (starts_at) where state < 2;
create index games_to_tidy on games (ends_at) where tidied_at is null;

-- One row per place taken. Whoever leaves stays as a row that says when: blocks name people one has played with.
create table game_players (
    station_id     BIGINT   not null,
    game_id        ID       not null,
    id             ID       not null,
    person_id      ID,                          -- the player, or the guardian of a child; null = a name at the desk
    name_sealed    BYTES,                       -- a name typed by a clerk, or what a child is called
    band           SMALLINT,                    -- a child's age band
    along          FLAG     not null,           -- the guardian plays along
    joined_at      INSTANT  not null,
    left_at        INSTANT,
    primary key (station_id, game_id, id),
    foreign key (station_id, game_id) references games (station_id, id)
);
create index game_players_by_person on game_players (person_id, station_id, game_id);

-- What makes it impossible to be in two games at once: five minutes of one person belong to one game.
create table game_cells (
    station_id     BIGINT   not null,
    person_id      ID       not null,
    cell           INTEGER  not null,           -- as in cells
    game_id        ID       not null,
    primary key (station_id, person_id, cell)
);
create index game_cells_by_game on game_cells (station_id, game_id);

-- 有空: when somebody can play what, week by week, until a day.
create table spare_times (
    station_id     BIGINT   not null,
    id             ID       not null,
    person_id      ID       not null,
    activity       TEXT     not null,
    weekday        SMALLINT not null check (weekday between 0 and 6),       -- 0 = Monday
    from_minute    SMALLINT not null,           -- after local midnight
    until_minute   SMALLINT not null,
    ends_on        DAY      not null,
    made_at        INSTANT  not null,
    primary key (station_id, id),
    check (from_minute >= 0 and from_minute < until_minute and until_minute <= 1440)
);
create index spare_times_by_activity on spare_times (station_id, activity, weekday);
create index spare_times_by_person on spare_times (person_id, station_id);

-- At most one message a day about games that fit.
create table game_tellings (
    station_id     BIGINT   not null,
    person_id      ID       not null,
    told_on        DAY      not null,
    primary key (station_id, person_id, told_on)
);

-- Who keeps away from whom. The station is where they met; the block holds everywhere.
create table game_blocks (
    station_id     BIGINT   not null,
    id             ID       not null,
    person_id      ID       not null,
    blocked_id     ID       not null,
    game_id        ID       not null,           -- where they met
    shown_sealed   BYTES    not null,           -- what was shown of the other: a surname
    made_at        INSTANT  not null,
    primary key (station_id, id)
);
create unique index game_blocks_once on game_blocks (station_id, person_id, blocked_id);
create index game_blocks_of on game_blocks (person_id);
create index game_blocks_against on game_blocks (blocked_id);
