//! The group's table. Columns and units: migrations/2026-11-26_promises.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    call_list (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        about_kind -> SmallInt,
        about_id -> Uid,
        name_sealed -> Nullable<Binary>,
        text_sealed -> Binary,
        made_at -> Instant,
        due_at -> Instant,
        state -> SmallInt,
        settled_at -> Nullable<Instant>,
        by_id -> Nullable<Uid>,
    }
}
