//! The group's tables. Columns and units: migrations/2026-11-26_door.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::Instant;
    doors (station_id, venue_id) {
        station_id -> BigInt,
        venue_id -> Integer,
        lock_url -> Text,
        key_sealed -> Nullable<Binary>,
        wrong -> SmallInt,
        wrong_at -> Nullable<Instant>,
        changed_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable};
    use kernel::db::types::{Instant, Uid};
    door_codes (station_id, reservation_id) {
        station_id -> BigInt,
        reservation_id -> Uid,
        venue_id -> Integer,
        code_hash -> Binary,
        unseen_sealed -> Nullable<Binary>,
        starts_at -> Instant,
        ends_at -> Instant,
        made_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, SmallInt};
    use kernel::db::types::{Instant, Uid};
    lock_calls (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        venue_id -> Integer,
        reservation_id -> Uid,
        body_sealed -> Binary,
        made_at -> Instant,
        due_at -> Instant,
        state -> SmallInt,
        tries -> SmallInt,
    }
}
