//! The crate's tables. Columns and units: migrations/2026-11-27_open.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable, Text};
    use kernel::db::types::{Instant, Uid};
    open_partners (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        name -> Text,
        key_hash -> Binary,
        key_end -> Text,
        made_by -> Uid,
        made_at -> Instant,
        withdrawn_by -> Nullable<Uid>,
        withdrawn_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary};
    use kernel::db::types::{Day, Uid};
    open_tokens (station_id, token_hash) {
        station_id -> BigInt,
        token_hash -> Binary,
        opinion_id -> Uid,
        month -> Day,
    }
}
