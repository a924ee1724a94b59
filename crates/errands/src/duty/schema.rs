//! The group's tables. Columns and units: migrations/2026-11-26_duty.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Text};
    use kernel::db::types::Day;
    duty_posts (station_id, id) {
        station_id -> BigInt,
        id -> Integer,
        name_zh -> Text,
        name_en -> Text,
        place_zh -> Text,
        place_en -> Text,
        hours -> Text,
        counted_to -> Day,
        retired -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable};
    use kernel::db::types::{Day, Instant, Uid};
    duty_shifts (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        post_id -> Integer,
        on_day -> Day,
        starts_at -> Instant,
        ends_at -> Instant,
        staff_id -> Nullable<Uid>,
        name_sealed -> Nullable<Binary>,
        made_by -> Nullable<Uid>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, SmallInt};
    use kernel::db::types::{Day, Instant, Uid};
    first_asked (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        what_sealed -> Nullable<Binary>,
        name_sealed -> Nullable<Binary>,
        person_id -> Nullable<Uid>,
        matter_id -> Nullable<Integer>,
        owner_id -> Uid,
        offered_to -> Nullable<Uid>,
        state -> SmallInt,
        due_on -> Day,
        provisional -> Bool,
        promised_at -> Nullable<Instant>,
        promised_with -> Nullable<Uid>,
        broken -> Bool,
        ending -> Nullable<SmallInt>,
        asked_at -> Instant,
        closed_at -> Nullable<Instant>,
        steps -> Integer,
        forgotten -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    first_asked_steps (station_id, item_id, number) {
        station_id -> BigInt,
        item_id -> Uid,
        number -> Integer,
        kind -> SmallInt,
        at -> Instant,
        staff_id -> Nullable<Uid>,
        other_id -> Nullable<Uid>,
        promised_at -> Nullable<Instant>,
        words_sealed -> Nullable<Binary>,
    }
}
diesel::allow_tables_to_appear_in_same_query!(first_asked, first_asked_steps);
