//! The group's tables. Columns and units: migrations/2026-11-26_seasons.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable, Text};
    use kernel::db::types::{Day, Doc, Instant, Uid};
    season_rounds (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        title -> Text,
        starts_on -> Day,
        ends_on -> Day,
        apply_until -> Instant,
        pick_limit -> Integer,
        weights -> Doc,
        slots -> Doc,
        commitment -> Text,
        seed_sealed -> Binary,
        seed -> Nullable<Text>,
        previous_id -> Nullable<Uid>,
        locked -> Nullable<Text>,
        locked_at -> Nullable<Instant>,
        allocation -> Nullable<Doc>,
        allocated_at -> Nullable<Instant>,
        confirmed_at -> Nullable<Instant>,
        called_off_at -> Nullable<Instant>,
        reason -> Text,
        made_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Doc, Instant, Uid};
    season_applications (station_id, round_id, id) {
        station_id -> BigInt,
        round_id -> Uid,
        id -> Uid,
        applicant -> SmallInt,
        person_id -> Nullable<Uid>,
        owner_id -> Nullable<Integer>,
        name -> Text,
        kind -> SmallInt,
        size -> Integer,
        wants -> Integer,
        wishes -> Doc,
        before_id -> Nullable<Uid>,
        held -> Doc,
        got_first -> Bool,
        made_at -> Instant,
        changed_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Text};
    use kernel::db::types::{Instant, Uid};
    season_changes (station_id, round_id, place) {
        station_id -> BigInt,
        round_id -> Uid,
        place -> Integer,
        application_id -> Uid,
        slot -> Integer,
        gives -> Bool,
        reason -> Text,
        at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, Text};
    use kernel::db::types::{Instant, Uid};
    season_awards (station_id, round_id, application_id, slot) {
        station_id -> BigInt,
        round_id -> Uid,
        application_id -> Uid,
        slot -> Integer,
        series_id -> Nullable<Uid>,
        problem -> Nullable<Text>,
        tried_at -> Nullable<Instant>,
    }
}
diesel::allow_tables_to_appear_in_same_query!(season_rounds, season_applications);
