//! The slice's tables. Columns and units: migrations/2026-11-27_bulletin.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt, Text};
    notice_sections (station_id, id) {
        station_id -> BigInt,
        id -> Integer,
        slug -> Text,
        name_zh -> Text,
        name_en -> Text,
        place -> SmallInt,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    notices (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        section -> Integer,
        stands -> SmallInt,
        work -> SmallInt,
        version -> Integer,
        shown -> Nullable<Integer>,
        editor -> Uid,
        writer -> Uid,
        made_at -> Instant,
        published_at -> Nullable<Instant>,
        changed_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text};
    use kernel::db::types::{Instant, Uid};
    notice_versions (station_id, notice_id, nr) {
        station_id -> BigInt,
        notice_id -> Uid,
        nr -> Integer,
        section -> Integer,
        title -> Text,
        body -> Text,
        title_en -> Text,
        body_en -> Text,
        source -> Text,
        what -> Text,
        made_by -> Uid,
        made_at -> Instant,
        shown_at -> Nullable<Instant>,
        shown_by -> Nullable<Uid>,
        alone -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer};
    use kernel::db::types::{Instant, Uid};
    notice_photos (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        notice_id -> Uid,
        bytes -> Binary,
        width -> Integer,
        height -> Integer,
        added_by -> Uid,
        added_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt, Text};
    use kernel::db::types::Uid;
    notice_version_photos (station_id, notice_id, version, place) {
        station_id -> BigInt,
        notice_id -> Uid,
        version -> Integer,
        place -> SmallInt,
        photo_id -> Uid,
        alt -> Text,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary};
    use kernel::db::types::Uid;
    notice_grams (station_id, gram, notice_id) {
        station_id -> BigInt,
        gram -> Binary,
        notice_id -> Uid,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Double};
    use kernel::db::types::Uid;
    notice_related (station_id, notice_id, other_id) {
        station_id -> BigInt,
        notice_id -> Uid,
        other_id -> Uid,
        likeness -> Double,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Instant, Uid};
    notice_downs (station_id, notice_id, nr) {
        station_id -> BigInt,
        notice_id -> Uid,
        nr -> Integer,
        why -> Text,
        asked_by -> Uid,
        asked_at -> Instant,
        ended -> SmallInt,
        ended_by -> Nullable<Uid>,
        ended_at -> Nullable<Instant>,
    }
}
diesel::allow_tables_to_appear_in_same_query!(
    notices,
    notice_versions,
    notice_photos,
    notice_version_photos,
    notice_grams,
    notice_related,
    notice_downs
);
