//! The group's tables. Columns and units: migrations/2026-11-26_ratings.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Nullable, SmallInt};
    use kernel::db::types::{Day, Instant, Uid};
    ratings (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        ticket_id -> Uid,
        on_day -> Day,
        level -> SmallInt,
        words_sealed -> Nullable<Binary>,
        given_at -> Instant,
        counted -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Nullable, SmallInt};
    use kernel::db::types::{Day, Instant, Uid};
    call_backs (station_id, rating_id) {
        station_id -> BigInt,
        rating_id -> Uid,
        opened_on -> Day,
        days -> SmallInt,
        outcome -> Nullable<SmallInt>,
        answer_sealed -> Nullable<Binary>,
        answered_at -> Nullable<Instant>,
        counted -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, SmallInt};
    rating_settings (station_id) {
        station_id -> BigInt,
        call_back_days -> SmallInt,
    }
}
diesel::allow_tables_to_appear_in_same_query!(ratings, call_backs);
