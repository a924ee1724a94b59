//! The group's table. Columns and units: migrations/2026-11-26_promises.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    promises (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        about_kind -> SmallInt,
        about_id -> Uid,
        kind -> SmallInt,
        official_id -> Nullable<Integer>,
        due_at -> Instant,
        made_at -> Instant,
        ending -> SmallInt,
        ended_at -> Nullable<Instant>,
        next_id -> Nullable<Uid>,
        reached -> SmallInt,
    }
}
