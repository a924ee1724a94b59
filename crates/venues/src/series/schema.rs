//! The tables of series. Columns and units: migrations/2026-11-26_series.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Instant, Uid};
    series (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        offering_id -> Integer,
        venue_id -> Integer,
        person_id -> Nullable<Uid>,
        guest_sealed -> Nullable<Binary>,
        owner_id -> Nullable<Integer>,
        club_id -> Nullable<Uid>,
        title -> Text,
        rule -> Text,
        starts_on -> Day,
        ends_on -> Nullable<Day>,
        at_minute -> Integer,
        minutes -> Integer,
        group_size -> Integer,
        skips_holidays -> Bool,
        self_made -> Bool,
        source -> SmallInt,
        split_from -> Nullable<Uid>,
        known_until -> Nullable<Day>,
        look_at -> Nullable<Instant>,
        made_at -> Instant,
        changed_at -> Instant,
        ended_at -> Nullable<Instant>,
        forgotten_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Nullable, SmallInt};
    use kernel::db::types::{Day, Doc, Instant, Uid};
    series_dates (station_id, series_id, on_day) {
        station_id -> BigInt,
        series_id -> Uid,
        on_day -> Day,
        outcome -> SmallInt,
        reservation_id -> Nullable<Uid>,
        why -> Nullable<Doc>,
        changed_at -> Instant,
    }
}
use crate::schema::reservations;

diesel::allow_tables_to_appear_in_same_query!(series, series_dates, reservations);
