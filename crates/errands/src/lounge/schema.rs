//! The group's table. Columns and units: migrations/2026-11-26_lounge.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Integer};
    use kernel::db::types::Instant;
    lounges (station_id) {
        station_id -> BigInt,
        seats -> Integer,
        taken -> Integer,
        seen_at -> Instant,
    }
}
