//! The slice's tables. Columns and units: migrations/2026-11-28_wellbeing.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Text};
    use kernel::db::types::{Day, Instant, Uid};
    residents (station_id, as_of) {
        station_id -> BigInt,
        as_of -> Day,
        people -> Integer,
        source -> Text,
        set_at -> Instant,
        set_by -> Uid,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Text};
    use kernel::db::types::Instant;
    month_sheets (station_id, period, revision) {
        station_id -> BigInt,
        period -> Text,
        revision -> Integer,
        made_at -> Instant,
        why -> Text,
        sheet -> Text,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Doc, Instant, Uid};
    surveys (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        opens_on -> Day,
        closes_on -> Day,
        state -> SmallInt,
        wanted -> Integer,
        bands -> Doc,
        source -> Text,
        commitment -> Text,
        seed_sealed -> Binary,
        households -> Nullable<Integer>,
        list_digest -> Nullable<Text>,
        drawn_at -> Nullable<Instant>,
        not_eligible -> Integer,
        printed -> Integer,
        made_at -> Instant,
        made_by -> Uid,
        closed_at -> Nullable<Instant>,
        result -> Nullable<Doc>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer};
    use kernel::db::types::Uid;
    survey_households (station_id, survey_id, line) {
        station_id -> BigInt,
        survey_id -> Uid,
        line -> Integer,
        sealed -> Binary,
        drawn -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary};
    use kernel::db::types::Uid;
    survey_ballots (station_id, survey_id, code_hash) {
        station_id -> BigInt,
        survey_id -> Uid,
        code_hash -> Binary,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary};
    use kernel::db::types::Uid;
    survey_answers (station_id, survey_id, id) {
        station_id -> BigInt,
        survey_id -> Uid,
        id -> Uid,
        sealed -> Binary,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt};
    use kernel::db::types::Uid;
    survey_hours (station_id, survey_id, mode, hour) {
        station_id -> BigInt,
        survey_id -> Uid,
        mode -> SmallInt,
        hour -> BigInt,
        n -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt};
    use kernel::db::types::Uid;
    survey_tips (station_id, survey_id, by_whom) {
        station_id -> BigInt,
        survey_id -> Uid,
        by_whom -> SmallInt,
        n -> Integer,
    }
}
