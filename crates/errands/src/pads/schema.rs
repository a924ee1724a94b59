//! The group's table. Columns and units: migrations/2026-11-26_pads.sql.
use crate::schema::tickets;

diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt};
    use kernel::db::types::{Day, Instant, Uid};
    pad_numbers (station_id, on_day, line_id, pad, copy) {
        station_id -> BigInt,
        on_day -> Day,
        line_id -> Integer,
        pad -> Integer,
        copy -> SmallInt,
        ticket_id -> Uid,
        typed_at -> Instant,
    }
}
diesel::allow_tables_to_appear_in_same_query!(pad_numbers, tickets);
