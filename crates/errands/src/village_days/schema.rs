//! The group's tables. Columns and units: migrations/2026-11-26_villages.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Doc, Instant, Uid};
    village_days (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        on_day -> Day,
        official_id -> Integer,
        starts_at -> Instant,
        ends_at -> Instant,
        villages -> Doc,
        matters -> Doc,
        stops -> SmallInt,
        travel -> SmallInt,
        minutes -> SmallInt,
        used -> SmallInt,
        state -> SmallInt,
        trip -> Nullable<Integer>,
        reason -> Text,
        made_by -> Nullable<Uid>,
        made_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, SmallInt};
    use kernel::db::types::{Day, Instant, Uid};
    village_visits (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        day_id -> Uid,
        on_day -> Day,
        village -> BigInt,
        matter_id -> Integer,
        version -> Integer,
        minutes -> SmallInt,
        at_home -> Bool,
        ticket_id -> Nullable<Uid>,
        person_id -> Nullable<Uid>,
        name_sealed -> Nullable<Binary>,
        phone_sealed -> Nullable<Binary>,
        phone_hash -> Nullable<Binary>,
        phone_told -> Bool,
        state -> SmallInt,
        lapses_at -> Nullable<Instant>,
        next_step -> Nullable<SmallInt>,
        made_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::BigInt;
    use kernel::db::types::{Day, Uid};
    ticket_villages (station_id, ticket_id) {
        station_id -> BigInt,
        ticket_id -> Uid,
        village -> BigInt,
        on_day -> Day,
    }
}
