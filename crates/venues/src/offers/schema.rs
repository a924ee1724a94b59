//! The tables of waiting and offers. Columns: migrations/2026-11-26_waiting.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    waits (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        offering_id -> Integer,
        venue_id -> Integer,
        person_id -> Nullable<Uid>,
        guest_sealed -> Nullable<Binary>,
        earliest_at -> Instant,
        latest_at -> Instant,
        minutes -> Integer,
        group_size -> Integer,
        by_staff -> Bool,
        state -> SmallInt,
        asked_at -> Instant,
        changed_at -> Instant,
        reservation_id -> Nullable<Uid>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Nullable};
    use kernel::db::types::{Instant, Uid};
    offers (station_id, reservation_id) {
        station_id -> BigInt,
        reservation_id -> Uid,
        wait_id -> Nullable<Uid>,
        instead_of -> Nullable<Uid>,
        asks -> Bool,
        made_at -> Instant,
        until_at -> Instant,
        remind_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Nullable};
    use kernel::db::types::Uid;
    displaced (station_id, reservation_id) {
        station_id -> BigInt,
        reservation_id -> Uid,
        layer_id -> Uid,
        offer_id -> Nullable<Uid>,
    }
}
