//! The table of signups. Columns and units: migrations/2026-11-26_signups.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    signups (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        occurrence_id -> Uid,
        place -> Integer,
        entry -> Nullable<Integer>,
        seats -> SmallInt,
        person_id -> Nullable<Uid>,
        child_id -> Nullable<Uid>,
        band -> Nullable<SmallInt>,
        name_sealed -> Nullable<Binary>,
        state -> SmallInt,
        code_id -> Nullable<Uid>,
        lapses_at -> Nullable<Instant>,
        starts_at -> Instant,
        reminded -> Bool,
        came -> SmallInt,
        mood_said -> Bool,
        made_at -> Instant,
    }
}
use crate::schema::{activity_series, occurrences};

diesel::allow_tables_to_appear_in_same_query!(signups, activity_series);
diesel::allow_tables_to_appear_in_same_query!(signups, occurrences);
