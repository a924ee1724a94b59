//! The tables of activities. Columns and units: migrations/2026-11-26_activities.sql and 2026-11-28_planned.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Instant, Uid};
    activity_series (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        kind -> SmallInt,
        title -> Text,
        about -> Text,
        place -> Text,
        audience -> Text,
        bring -> Text,
        rule -> Text,
        starts_on -> Day,
        ends_on -> Nullable<Day>,
        at_minute -> Integer,
        minutes -> Integer,
        skips_holidays -> Bool,
        offering_id -> Nullable<Integer>,
        owner_id -> Integer,
        min_age -> Nullable<SmallInt>,
        max_age -> Nullable<SmallInt>,
        guardian_under -> Nullable<SmallInt>,
        capacity -> Nullable<Integer>,
        joining -> SmallInt,
        opens_days -> SmallInt,
        closes_minutes -> Integer,
        sequence -> Integer,
        split_from -> Nullable<Uid>,
        known_until -> Nullable<Day>,
        look_at -> Nullable<Instant>,
        made_at -> Instant,
        changed_at -> Instant,
        ended_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Doc, Instant, Uid};
    occurrences (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        series_id -> Uid,
        on_day -> Day,
        starts_at -> Instant,
        ends_at -> Instant,
        moved -> Bool,
        title -> Nullable<Text>,
        place -> Nullable<Text>,
        note -> Text,
        state -> SmallInt,
        reason -> Text,
        offering_id -> Nullable<Integer>,
        reservation_id -> Nullable<Uid>,
        no_room -> Nullable<Doc>,
        without_room -> Bool,
        capacity -> Nullable<Integer>,
        own_capacity -> Bool,
        taken -> Integer,
        lined -> Integer,
        sequence -> Integer,
        changed_at -> Instant,
        announced_at -> Nullable<Instant>,
        noted_at -> Nullable<Instant>,
    }
}
diesel::allow_tables_to_appear_in_same_query!(activity_series, occurrences);
