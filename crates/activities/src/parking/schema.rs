//! The group's tables. Columns and units: migrations/2026-11-26_parking.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Double, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Instant, Uid};
    parking_lots (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        occurrence_id -> Uid,
        on_day -> Day,
        slug -> Text,
        name_zh -> Text,
        name_en -> Text,
        address -> Text,
        lat -> Nullable<Double>,
        lon -> Nullable<Double>,
        place -> SmallInt,
        threshold -> SmallInt,
        opens_at -> Instant,
        closes_at -> Instant,
        leave_by -> Nullable<Instant>,
        shut_why -> Nullable<Text>,
        made_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt};
    use kernel::db::types::{Doc, Instant, Uid};
    parking_bays (station_id, lot_id, class) {
        station_id -> BigInt,
        lot_id -> Uid,
        class -> SmallInt,
        capacity -> Integer,
        held -> Doc,
        held_bays -> Integer,
        parked -> Integer,
        seen_at -> Nullable<Instant>,
        recounted_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Instant, Uid};
    parking_taps (station_id, lot_id, nonce) {
        station_id -> BigInt,
        lot_id -> Uid,
        nonce -> Text,
        class -> SmallInt,
        source -> SmallInt,
        step -> Integer,
        counts -> Bool,
        after -> Integer,
        tapped_at -> Instant,
        kept_at -> Instant,
        pass_id -> Nullable<Uid>,
        staff_id -> Nullable<Uid>,
        reason -> Text,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable, Text};
    use kernel::db::types::{Instant, Uid};
    parking_passes (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        lot_id -> Uid,
        label -> Text,
        secret_hash -> Binary,
        made_by -> Nullable<Uid>,
        made_at -> Instant,
        withdrawn_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Nullable, Text};
    use kernel::db::types::{Day, Instant, Uid};
    parking_moves (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        lot_id -> Uid,
        on_day -> Day,
        spot -> Text,
        plate_sealed -> Nullable<Binary>,
        asker_sealed -> Nullable<Binary>,
        phone_sealed -> Nullable<Binary>,
        phone_hash -> Nullable<Binary>,
        done -> Bool,
        made_by -> Nullable<Uid>,
        made_at -> Instant,
        done_at -> Nullable<Instant>,
    }
}
diesel::allow_tables_to_appear_in_same_query!(parking_passes, parking_lots);
