//! The group's tables. Columns and units: migrations/2026-11-27_moods.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable};
    use kernel::db::types::{Day, Instant, Uid};
    mood_keys (station_id, notice_id) {
        station_id -> BigInt,
        notice_id -> Uid,
        key_sealed -> Nullable<Binary>,
        opened_on -> Day,
        closes_at -> Instant,
        hour_at -> Instant,
        hour_voters -> Integer,
        destroyed_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, SmallInt};
    use kernel::db::types::{Day, Uid};
    mood_votes (station_id, notice_id, voter) {
        station_id -> BigInt,
        notice_id -> Uid,
        voter -> Binary,
        mood -> SmallInt,
        at_day -> Day,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt};
    use kernel::db::types::Uid;
    mood_totals (station_id, notice_id, mood) {
        station_id -> BigInt,
        notice_id -> Uid,
        mood -> SmallInt,
        votes -> Integer,
    }
}
diesel::allow_tables_to_appear_in_same_query!(mood_keys, mood_totals);
