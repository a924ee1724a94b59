//! The group's tables. Columns and units: migrations/2026-11-26_expected.sql.
use crate::schema::tickets;

diesel::table! {
    use diesel::sql_types::BigInt;
    use kernel::db::types::{Doc, Instant};
    waiting_knowledge (station_id) {
        station_id -> BigInt,
        durations -> Doc,
        band -> Doc,
        learnt_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool};
    use kernel::db::types::{Doc, Instant, Uid};
    ticket_forecasts (station_id, ticket_id) {
        station_id -> BigInt,
        ticket_id -> Uid,
        told_at -> Instant,
        told -> Doc,
        learnt -> Bool,
    }
}
diesel::allow_tables_to_appear_in_same_query!(ticket_forecasts, tickets);
