//! The slice's tables. Columns and units: migrations/2026-11-27_wishes.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt, Text};
    use kernel::db::types::Day;
    wish_shares (station_id, village, kind) {
        station_id -> BigInt,
        village -> BigInt,
        kind -> SmallInt,
        people -> Integer,
        source -> Text,
        counted_on -> Day,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Instant, Uid};
    wishes (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        kind -> SmallInt,
        item -> Text,
        band -> SmallInt,
        village -> Nullable<BigInt>,
        state -> SmallInt,
        version -> Integer,
        coordinator -> Uid,
        made_at -> Instant,
        changed_at -> Instant,
        public_at -> Nullable<Instant>,
        ends_on -> Nullable<Day>,
        referred_to -> Text,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    wish_people (station_id, wish_id) {
        station_id -> BigInt,
        wish_id -> Uid,
        name_sealed -> Binary,
        phone_sealed -> Nullable<Binary>,
        phone_hash -> Nullable<Binary>,
        minor -> Bool,
        guardian -> Bool,
        consent_how -> SmallInt,
        consent_at -> Instant,
        consent_by -> Uid,
        code_hash -> Binary,
        code_tries -> SmallInt,
    }
}
diesel::table! {
    use diesel::sql_types::BigInt;
    use kernel::db::types::Uid;
    wish_writers (station_id, wish_id, staff_id) {
        station_id -> BigInt,
        wish_id -> Uid,
        staff_id -> Uid,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Text};
    use kernel::db::types::{Instant, Uid};
    wish_reviews (station_id, wish_id, version, staff_id) {
        station_id -> BigInt,
        wish_id -> Uid,
        version -> Integer,
        staff_id -> Uid,
        yes -> Bool,
        why -> Text,
        at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, Text};
    use kernel::db::types::{Instant, Uid};
    wish_appeals (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        wish_id -> Uid,
        version -> Integer,
        why_sealed -> Binary,
        made_at -> Instant,
        taken_by -> Uid,
        decided_at -> Nullable<Instant>,
        decided_by -> Nullable<Uid>,
        upheld -> Nullable<Bool>,
        words -> Text,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Nullable, Text};
    use kernel::db::types::{Instant, Uid};
    wish_claims (station_id, wish_id) {
        station_id -> BigInt,
        wish_id -> Uid,
        id -> Uid,
        call_id -> Uid,
        person_id -> Nullable<Uid>,
        claimed_at -> Instant,
        until_at -> Instant,
        contacted_at -> Nullable<Instant>,
        delivered_at -> Nullable<Instant>,
        place -> Text,
        reminded -> Bool,
        told -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary};
    use kernel::db::types::{Instant, Uid};
    wish_asks (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        name_sealed -> Binary,
        phone_sealed -> Binary,
        phone_hash -> Binary,
        made_at -> Instant,
    }
}
diesel::allow_tables_to_appear_in_same_query!(wishes, wish_people, wish_claims);
