//! The tables, as the migrations make them.
diesel::table! {
    use diesel::sql_types::{Binary, Nullable};
    use kernel::db::types::{Instant, Uid};
    persons (id) {
        id -> Uid,
        phone_hash -> Nullable<Binary>,
        phone_sealed -> Nullable<Binary>,
        name_sealed -> Nullable<Binary>,
        verified_at -> Nullable<Instant>,
        created_at -> Instant,
        forget_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{Binary, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    codes (id) {
        id -> Uid,
        person_id -> Uid,
        digits_hash -> Binary,
        sent_at -> Instant,
        expires_at -> Instant,
        tries -> SmallInt,
        used_at -> Nullable<Instant>,
        used_once -> Nullable<Binary>,
    }
}
diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use kernel::db::types::{Instant, Uid};
    staff (id) {
        id -> Uid,
        login -> Text,
        name -> Text,
        password_hash -> Text,
        created_at -> Instant,
        disabled_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt};
    use kernel::db::types::Uid;
    roles (station_id, staff_id) {
        station_id -> BigInt,
        staff_id -> Uid,
        role -> SmallInt,
        owner_id -> Nullable<Integer>,
    }
}
diesel::allow_tables_to_appear_in_same_query!(staff, roles);
diesel::allow_tables_to_appear_in_same_query!(persons, codes);
