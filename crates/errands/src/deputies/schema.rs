//! The group's tables. Columns and units: migrations/2026-11-26_deputies.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text};
    use kernel::db::types::Uid;
    deputies (station_id, id) {
        station_id -> BigInt,
        id -> Integer,
        name -> Text,
        title_zh -> Text,
        title_en -> Text,
        staff_id -> Nullable<Uid>,
        retired -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Instant, Uid};
    reception_days (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        deputy_id -> Integer,
        on_day -> Day,
        starts_at -> Instant,
        ends_at -> Instant,
        slot_minutes -> SmallInt,
        place_zh -> Text,
        place_en -> Text,
        announced_at -> Instant,
        called_off_at -> Nullable<Instant>,
        reason -> Text,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, SmallInt};
    use kernel::db::types::{Day, Instant, Uid};
    receptions (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        day_id -> Uid,
        slot_at -> Nullable<Instant>,
        person_id -> Nullable<Uid>,
        name_sealed -> Nullable<Binary>,
        what_sealed -> Nullable<Binary>,
        category -> Nullable<SmallInt>,
        state -> SmallInt,
        owner_id -> Nullable<Integer>,
        reply_by -> Nullable<Day>,
        provisional -> Bool,
        reopened -> Bool,
        made_at -> Instant,
        lapses_at -> Instant,
        over_at -> Nullable<Instant>,
        steps -> Integer,
        forgotten -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable, SmallInt};
    use kernel::db::types::{Day, Instant, Uid};
    reception_steps (station_id, visit_id, number) {
        station_id -> BigInt,
        visit_id -> Uid,
        number -> Integer,
        kind -> SmallInt,
        at -> Instant,
        staff_id -> Nullable<Uid>,
        owner_id -> Nullable<Integer>,
        reply_by -> Nullable<Day>,
        words_sealed -> Nullable<Binary>,
    }
}
diesel::allow_tables_to_appear_in_same_query!(deputies, reception_days, receptions, reception_steps);
