//! The group's table. Columns and units: migrations/2026-11-26_proxy.sql.
use crate::schema::{ticket_carriers, tickets};

diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable, SmallInt};
    use kernel::db::types::{Day, Instant, Uid};
    proxy_consents (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        matter_id -> Integer,
        person_id -> Nullable<Uid>,
        name_sealed -> Nullable<Binary>,
        proxy_sealed -> Nullable<Binary>,
        proxy_kind -> SmallInt,
        how -> SmallInt,
        until_on -> Day,
        made_at -> Instant,
        made_by -> Nullable<Uid>,
        withdrawn_at -> Nullable<Instant>,
    }
}
diesel::allow_tables_to_appear_in_same_query!(proxy_consents, ticket_carriers, tickets);
