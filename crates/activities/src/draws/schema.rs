//! The table of draws. Columns and units: migrations/2026-11-26_signups.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable, Text};
    use kernel::db::types::{Doc, Instant, Uid};
    draws (station_id, occurrence_id) {
        station_id -> BigInt,
        occurrence_id -> Uid,
        commitment -> Text,
        seed_sealed -> Binary,
        made_at -> Instant,
        closes_at -> Nullable<Instant>,
        seats -> Nullable<Integer>,
        entries -> Nullable<Doc>,
        locked -> Nullable<Text>,
        seed -> Nullable<Text>,
        results -> Nullable<Doc>,
        drawn_at -> Nullable<Instant>,
    }
}
use crate::schema::{activity_series, occurrences};

diesel::allow_tables_to_appear_in_same_query!(draws, activity_series);
diesel::allow_tables_to_appear_in_same_query!(draws, occurrences);
