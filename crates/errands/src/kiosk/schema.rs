//! The group's table. Columns and units: migrations/2026-11-26_kiosk.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable};
    use kernel::db::types::{Instant, Uid};
    kiosk_links (station_id) {
        station_id -> BigInt,
        secret_hash -> Binary,
        made_by -> Nullable<Uid>,
        made_at -> Instant,
    }
}
