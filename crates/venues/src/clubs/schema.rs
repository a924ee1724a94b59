//! The group's tables. Columns and units: migrations/2026-11-26_clubs.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Nullable, Text};
    use kernel::db::types::{Day, Instant, Uid};
    clubs (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        name -> Text,
        about -> Text,
        opens -> Bool,
        leader_id -> Nullable<Uid>,
        heir_id -> Nullable<Uid>,
        asked_told_on -> Nullable<Day>,
        reason -> Text,
        made_at -> Instant,
        closed_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    club_members (station_id, club_id, id) {
        station_id -> BigInt,
        club_id -> Uid,
        id -> Uid,
        person_id -> Uid,
        name_sealed -> Nullable<Binary>,
        band -> Nullable<SmallInt>,
        is_in -> Bool,
        asked_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Nullable, Text};
    use kernel::db::types::{Instant, Uid};
    club_notices (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        club_id -> Uid,
        words -> Text,
        made_at -> Instant,
        due_at -> Instant,
        told_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Nullable, Text};
    use kernel::db::types::{Instant, Uid};
    club_hidings (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        club_id -> Uid,
        reason -> Text,
        asked_by -> Uid,
        asked_at -> Instant,
        agreed_by -> Nullable<Uid>,
        agreed_at -> Nullable<Instant>,
        appeal -> Text,
        ended_by -> Nullable<Uid>,
        ended_at -> Nullable<Instant>,
    }
}
diesel::allow_tables_to_appear_in_same_query!(clubs, club_members);
