//! The slice's tables. Columns and units: migrations/2026-11-26_errands.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Text};
    lines (station_id, id) {
        station_id -> BigInt,
        id -> Integer,
        slug -> Text,
        letter -> Text,
        name_zh -> Text,
        name_en -> Text,
        hours -> Text,
        retired -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Text};
    desks (station_id, id) {
        station_id -> BigInt,
        id -> Integer,
        note_zh -> Text,
        note_en -> Text,
        retired -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer};
    desk_lines (station_id, desk_id, line_id) {
        station_id -> BigInt,
        desk_id -> Integer,
        line_id -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, Text};
    use kernel::db::types::Uid;
    officials (station_id, id) {
        station_id -> BigInt,
        id -> Integer,
        name -> Text,
        title_zh -> Text,
        title_en -> Text,
        staff_id -> Nullable<Uid>,
        desk_id -> Nullable<Integer>,
        hours -> Text,
        phone_hash -> Nullable<Binary>,
        shows_village -> Bool,
        retired -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, SmallInt, Text};
    matters (station_id, id) {
        station_id -> BigInt,
        id -> Integer,
        slug -> Text,
        name_zh -> Text,
        name_en -> Text,
        words -> Text,
        line_id -> Integer,
        official_id -> Nullable<Integer>,
        stand_in_id -> Nullable<Integer>,
        minutes -> SmallInt,
        ways -> SmallInt,
        note_zh -> Text,
        note_en -> Text,
        version -> Integer,
        retired -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable};
    use kernel::db::types::{Doc, Instant, Uid};
    matter_versions (station_id, matter_id, version) {
        station_id -> BigInt,
        matter_id -> Integer,
        version -> Integer,
        papers -> Doc,
        made_at -> Instant,
        made_by -> Nullable<Uid>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Instant, Uid};
    presences (station_id, official_id, number) {
        station_id -> BigInt,
        official_id -> Integer,
        number -> Integer,
        state -> SmallInt,
        place -> Text,
        village -> Nullable<BigInt>,
        from_at -> Instant,
        back_at -> Nullable<Instant>,
        declared_at -> Instant,
        source -> SmallInt,
        by_id -> Nullable<Uid>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt};
    use kernel::db::types::Day;
    presence_totals (station_id, on_day, state) {
        station_id -> BigInt,
        on_day -> Day,
        state -> SmallInt,
        minutes -> Integer,
    }
}
// Columns: migrations/2026-11-26_measure.sql.
diesel::table! {
    use diesel::sql_types::BigInt;
    use kernel::db::types::Day;
    presence_counts (station_id) {
        station_id -> BigInt,
        next_day -> Day,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt};
    use kernel::db::types::Day;
    line_days (station_id, on_day, line_id) {
        station_id -> BigInt,
        on_day -> Day,
        line_id -> Integer,
        last -> Integer,
        favoured -> SmallInt,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Instant, Uid};
    tickets (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        on_day -> Day,
        line_id -> Integer,
        number -> Integer,
        person_id -> Nullable<Uid>,
        name_sealed -> Nullable<Binary>,
        priority -> SmallInt,
        way -> SmallInt,
        state -> SmallInt,
        on_site -> Bool,
        waits_in -> Integer,
        official_id -> Nullable<Integer>,
        desk_id -> Nullable<Integer>,
        drawn_at -> Instant,
        order_at -> Instant,
        since -> Instant,
        until_at -> Nullable<Instant>,
        calls -> SmallInt,
        misses -> SmallInt,
        version -> Integer,
        reason -> Text,
        counted -> Bool,
        booked_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt};
    use kernel::db::types::Uid;
    ticket_matters (station_id, ticket_id, matter_id) {
        station_id -> BigInt,
        ticket_id -> Uid,
        matter_id -> Integer,
        version -> Integer,
        outcome -> SmallInt,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable};
    use kernel::db::types::{Day, Uid};
    ticket_carriers (station_id, ticket_id) {
        station_id -> BigInt,
        ticket_id -> Uid,
        consent_id -> Uid,
        name_sealed -> Nullable<Binary>,
        on_day -> Day,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Instant, Uid};
    ticket_steps (station_id, ticket_id, number) {
        station_id -> BigInt,
        ticket_id -> Uid,
        number -> Integer,
        kind -> SmallInt,
        state -> SmallInt,
        on_site -> Bool,
        waits_in -> Integer,
        official_id -> Nullable<Integer>,
        desk_id -> Nullable<Integer>,
        order_at -> Instant,
        due_at -> Nullable<Instant>,
        calls -> SmallInt,
        misses -> SmallInt,
        reason -> Text,
        since -> Instant,
        from_at -> Instant,
        until_at -> Nullable<Instant>,
        undone -> Bool,
        by_kind -> SmallInt,
        by_id -> Nullable<Uid>,
    }
}
diesel::allow_tables_to_appear_in_same_query!(tickets, ticket_matters, matters, lines, officials);
diesel::allow_tables_to_appear_in_same_query!(desk_lines, desks);
