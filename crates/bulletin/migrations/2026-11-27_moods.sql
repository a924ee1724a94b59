-- 心情: how people feel about a notice. Votes on two notices cannot be joined: each notice has a key of its own, with which devices
-- are hashed, and thirty days after publishing it is destroyed.

create table mood_keys (
    station_id     BIGINT   not null,
    notice_id      ID       not null,
    key_sealed     BYTES,                       -- null = destroyed: no vote can be cast or changed any more
    opened_on      DAY      not null,           -- the day of publishing in the station: in whose month it is ranked
    closes_at      INSTANT  not null,
    hour_at        INSTANT  not null,           -- when the hour began in which first votes are counted
    hour_voters    INTEGER  not null check (hour_voters >= 0),
    destroyed_at   INSTANT,
    primary key (station_id, notice_id),
    foreign key (station_id, notice_id) references notices (station_id, id),
    check ((key_sealed is null) = (destroyed_at is not null))
);
create index mood_keys_by_day on mood_keys (station_id, opened_on);
create index mood_keys_due on mood_keys (closes_at) where key_sealed is not null;

-- One row per device, gone with the key.
create table mood_votes (
    station_id     BIGINT   not null,
    notice_id      ID       not null,
    voter          BYTES    not null,           -- keyed hash of the device's token, of this notice only
    mood           SMALLINT not null check (mood between 1 and 4), -- moods::rules::Mood
    at_day         DAY      not null,           -- when it was last changed: a day, not an instant that could be matched with a visit
    primary key (station_id, notice_id, voter),
    foreign key (station_id, notice_id) references mood_keys (station_id, notice_id)
);

-- How many there are: while votes may change, the number of rows above; afterwards all that is left.
create table mood_totals (
    station_id     BIGINT   not null,
    notice_id      ID       not null,
    mood           SMALLINT not null check (mood between 1 and 4),
    votes          INTEGER  not null check (votes >= 0),
    primary key (station_id, notice_id, mood),
    foreign key (station_id, notice_id) references mood_keys (station_id, notice_id)
);
