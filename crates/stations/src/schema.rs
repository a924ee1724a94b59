//! The tables, as `migrations` makes them.
diesel::table! {
    divisions (code) {
        code -> BigInt,
        name -> Text,
        county -> Text,
        city -> Text,
        province -> Text,
        parent -> Nullable<BigInt>,
    }
}
diesel::table! {
    division_grams (gram, code) {
        gram -> Text,
        code -> BigInt,
    }
}
diesel::table! {
    areas (code) {
        code -> BigInt,
        name -> Text,
        townships -> BigInt,
        stations -> BigInt,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Double, Nullable, Text};
    use kernel::db::types::Instant;
    stations (station_id) {
        station_id -> BigInt,
        slug -> Text,
        name_zh -> Text,
        name_en -> Text,
        division_code -> BigInt,
        address -> Text,
        phone -> Nullable<Text>,
        lat -> Nullable<Double>,
        lon -> Nullable<Double>,
        zone -> Text,
        hours -> Text,
        created_at -> Instant,
    }
}
diesel::table! {
    owners (station_id, id) {
        station_id -> BigInt,
        id -> Integer,
        name_zh -> Text,
        name_en -> Text,
    }
}
diesel::table! {
    use diesel::sql_types::{SmallInt, Text};
    use kernel::db::types::Instant;
    holiday_files (first_year, last_year) {
        first_year -> SmallInt,
        last_year -> SmallInt,
        content -> Text,
        imported_at -> Instant,
    }
}
diesel::allow_tables_to_appear_in_same_query!(divisions, division_grams, stations, owners);
