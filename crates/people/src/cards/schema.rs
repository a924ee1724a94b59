diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable};
    use kernel::db::types::{Instant, Uid};
    cards (id) {
        id -> Uid,
        person_id -> Uid,
        code_hash -> Binary,
        station_id -> BigInt,
        issued_by -> Uid,
        issued_at -> Instant,
        expires_at -> Instant,
        revoked_at -> Nullable<Instant>,
    }
}
