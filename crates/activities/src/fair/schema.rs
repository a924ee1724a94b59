//! The group's tables. Columns and units: migrations/2026-11-26_fair.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable, SmallInt, Text};
    use kernel::db::types::{Doc, Instant, Uid};
    fair_terms (station_id, occurrence_id) {
        station_id -> BigInt,
        occurrence_id -> Uid,
        rule -> SmallInt,
        until_at -> Instant,
        commitment -> Text,
        seed_sealed -> Binary,
        seed -> Nullable<Text>,
        draw -> Nullable<Doc>,
        drawn_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Nullable, Text};
    use kernel::db::types::{Instant, Uid};
    fair_entries (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        occurrence_id -> Uid,
        starts_at -> Instant,
        ends_at -> Instant,
        title -> Text,
        place -> Text,
        who -> Text,
        off_why -> Nullable<Text>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::Uid;
    fair_places (station_id, occurrence_id, code) {
        station_id -> BigInt,
        occurrence_id -> Uid,
        code -> Text,
        kind -> SmallInt,
        label -> Text,
        goods -> Nullable<SmallInt>,
        metres -> SmallInt,
        power -> Bool,
        x -> Integer,
        y -> Integer,
        wide -> Integer,
        tall -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Instant, Uid};
    stall_applications (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        occurrence_id -> Uid,
        number -> Integer,
        turn -> Integer,
        goods -> SmallInt,
        sells -> Text,
        metres -> SmallInt,
        power -> Bool,
        trade_name -> Text,
        trade_public -> Bool,
        name_sealed -> Nullable<Binary>,
        phone_sealed -> Nullable<Binary>,
        phone_hash -> Nullable<Binary>,
        state -> SmallInt,
        code -> Nullable<Text>,
        made_by -> Nullable<Uid>,
        made_at -> Instant,
        on_day -> Day,
    }
}
