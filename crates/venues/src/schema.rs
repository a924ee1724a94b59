//! The slice's tables. Columns and units: migrations/2026-06-04_venues.sql.
diesel::table! {
    venues (station_id, id) {
        station_id -> BigInt,
        id -> Integer,
        slug -> Text,
        name_zh -> Text,
        name_en -> Text,
        kind -> Text,
        owner_id -> Integer,
        hours -> Nullable<Text>,
        note_zh -> Text,
        note_en -> Text,
        key_kind -> Text,
        place_in_list -> Integer,
        version -> Integer,
    }
}
diesel::table! {
    atoms (station_id, id) {
        station_id -> BigInt,
        id -> Integer,
        venue_id -> Integer,
        name_zh -> Text,
        name_en -> Text,
        units -> SmallInt,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Text};
    use kernel::db::types::Doc;
    offerings (station_id, id) {
        station_id -> BigInt,
        id -> Integer,
        venue_id -> Integer,
        slug -> Text,
        name_zh -> Text,
        name_en -> Text,
        activity -> Text,
        mode -> Text,
        takes -> Text,
        atoms -> Doc,
        policy -> Doc,
        version -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Instant, Uid};
    layers (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        venue_id -> Nullable<Integer>,
        kind -> SmallInt,
        starts_at -> Instant,
        ends_at -> Instant,
        reason_zh -> Text,
        reason_en -> Text,
        made_by -> Uid,
        revoked_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    reservations (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        offering_id -> Integer,
        venue_id -> Integer,
        person_id -> Nullable<Uid>,
        guest_sealed -> Nullable<Binary>,
        starts_at -> Instant,
        ends_at -> Instant,
        group_size -> Integer,
        state -> SmallInt,
        awaits -> Bool,
        lapses_at -> Nullable<Instant>,
        grace -> Nullable<Integer>,
        source -> SmallInt,
        made_at -> Instant,
        changed_at -> Instant,
        sequence -> Integer,
        code_id -> Nullable<Uid>,
        favoured -> Nullable<SmallInt>,
        seen -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    claims (station_id, atom_id, starts_at, unit, reservation_id) {
        station_id -> BigInt,
        atom_id -> Integer,
        starts_at -> Instant,
        unit -> SmallInt,
        reservation_id -> Uid,
        ends_at -> Instant,
        gap_before -> SmallInt,
        gap_after -> SmallInt,
        lapses_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt};
    use kernel::db::types::Uid;
    cells (station_id, atom_id, unit, cell) {
        station_id -> BigInt,
        atom_id -> Integer,
        unit -> SmallInt,
        cell -> Integer,
        reservation_id -> Uid,
    }
}
diesel::allow_tables_to_appear_in_same_query!(reservations, claims);
