//! The group's tables. Columns and units: migrations/2026-11-26_paper.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Nullable};
    use kernel::db::types::{Instant, Uid};
    outages (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        starts_at -> Instant,
        ends_at -> Instant,
        made_by -> Uid,
        made_at -> Instant,
        revoked_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable};
    use kernel::db::types::{Instant, Uid};
    paper_notes (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        offering_id -> Integer,
        atom_id -> Nullable<Integer>,
        starts_at -> Instant,
        ends_at -> Instant,
        group_size -> Integer,
        came -> Bool,
        guest_sealed -> Nullable<Binary>,
        made_by -> Uid,
        made_at -> Instant,
    }
}
