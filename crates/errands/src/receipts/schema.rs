//! The group's tables. Columns and units: migrations/2026-11-26_receipts.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Doc, Instant, Uid};
    receipts (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        on_day -> Day,
        number -> Integer,
        matter_id -> Integer,
        version -> Integer,
        papers -> Doc,
        consent_id -> Nullable<Uid>,
        person_id -> Nullable<Uid>,
        name_sealed -> Nullable<Binary>,
        carrier_sealed -> Nullable<Binary>,
        ready_at -> Instant,
        state -> SmallInt,
        note -> Text,
        since -> Instant,
        steps -> Integer,
        made_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Instant, Uid};
    receipt_steps (station_id, receipt_id, number) {
        station_id -> BigInt,
        receipt_id -> Uid,
        number -> Integer,
        state -> SmallInt,
        ready_at -> Instant,
        note -> Text,
        at -> Instant,
        by_id -> Nullable<Uid>,
    }
}
