//! The group's tables. Columns and units: migrations/2026-11-26_signups.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    arrival_taps (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        occurrence_id -> Uid,
        signup_id -> Nullable<Uid>,
        people -> SmallInt,
        how -> SmallInt,
        at -> Instant,
        kept_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer};
    use kernel::db::types::{Instant, Uid};
    attendances (station_id, occurrence_id) {
        station_id -> BigInt,
        occurrence_id -> Uid,
        seats -> Integer,
        came -> Integer,
        walked_in -> Integer,
        counted_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt};
    use kernel::db::types::Uid;
    activity_moods (station_id, occurrence_id, mood) {
        station_id -> BigInt,
        occurrence_id -> Uid,
        mood -> SmallInt,
        n -> Integer,
    }
}
use crate::schema::{activity_series, occurrences};

diesel::allow_tables_to_appear_in_same_query!(attendances, occurrences);
diesel::allow_tables_to_appear_in_same_query!(attendances, activity_series);
