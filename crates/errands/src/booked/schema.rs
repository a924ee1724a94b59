//! The group's tables. Columns and units: migrations/2026-11-26_booked.sql.
use crate::schema::tickets;

diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt};
    booking_policies (station_id, line_id) {
        station_id -> BigInt,
        line_id -> Integer,
        minutes -> SmallInt,
        share -> SmallInt,
        days -> SmallInt,
        notice -> Integer,
        each -> SmallInt,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    bookings (station_id, ticket_id) {
        station_id -> BigInt,
        ticket_id -> Uid,
        minutes -> SmallInt,
        phone_sealed -> Nullable<Binary>,
        phone_hash -> Nullable<Binary>,
        forget_at -> Nullable<Instant>,
        remind_at -> Nullable<Instant>,
        next_id -> Nullable<Uid>,
    }
}
diesel::allow_tables_to_appear_in_same_query!(bookings, tickets);
