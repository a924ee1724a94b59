//! The group's tables. Columns and units: migrations/2026-11-26_games.sql.
use crate::schema::reservations;

diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Instant, Uid};
    games (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        offering_id -> Integer,
        venue_id -> Integer,
        person_id -> Nullable<Uid>,
        starts_at -> Instant,
        ends_at -> Instant,
        state -> SmallInt,
        wanted -> Integer,
        band -> Nullable<SmallInt>,
        level -> Nullable<SmallInt>,
        note -> Text,
        reason -> Text,
        made_at -> Instant,
        announced_at -> Nullable<Instant>,
        tidied_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    game_players (station_id, game_id, id) {
        station_id -> BigInt,
        game_id -> Uid,
        id -> Uid,
        person_id -> Nullable<Uid>,
        name_sealed -> Nullable<Binary>,
        band -> Nullable<SmallInt>,
        along -> Bool,
        joined_at -> Instant,
        left_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer};
    use kernel::db::types::Uid;
    game_cells (station_id, person_id, cell) {
        station_id -> BigInt,
        person_id -> Uid,
        cell -> Integer,
        game_id -> Uid,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, SmallInt, Text};
    use kernel::db::types::{Day, Instant, Uid};
    spare_times (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        person_id -> Uid,
        activity -> Text,
        weekday -> SmallInt,
        from_minute -> SmallInt,
        until_minute -> SmallInt,
        ends_on -> Day,
        made_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::BigInt;
    use kernel::db::types::{Day, Uid};
    game_tellings (station_id, person_id, told_on) {
        station_id -> BigInt,
        person_id -> Uid,
        told_on -> Day,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary};
    use kernel::db::types::{Instant, Uid};
    game_blocks (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        person_id -> Uid,
        blocked_id -> Uid,
        game_id -> Uid,
        shown_sealed -> Binary,
        made_at -> Instant,
    }
}
diesel::allow_tables_to_appear_in_same_query!(games, reservations);
diesel::allow_tables_to_appear_in_same_query!(games, game_players);
