//! The group's tables. What the columns mean: migrations/2026-11-26_factors.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable};
    use kernel::db::types::{Instant, Uid};
    totps (staff_id) {
        staff_id -> Uid,
        secret_sealed -> Binary,
        made_at -> Instant,
        proved_at -> Nullable<Instant>,
        last_step -> Nullable<BigInt>,
    }
}
diesel::table! {
    use diesel::sql_types::{Binary, Nullable};
    use kernel::db::types::{Instant, Uid};
    recovery_codes (staff_id, code_hash) {
        staff_id -> Uid,
        code_hash -> Binary,
        made_at -> Instant,
        used_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable, Text};
    use kernel::db::types::{Instant, Uid};
    passkeys (id) {
        id -> Uid,
        staff_id -> Uid,
        credential -> Binary,
        public_key -> Binary,
        uses -> BigInt,
        called -> Text,
        made_at -> Instant,
        used_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{Binary, Nullable};
    use kernel::db::types::{Instant, Uid};
    challenges (id) {
        id -> Uid,
        bytes -> Binary,
        staff_id -> Nullable<Uid>,
        expires_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{Binary, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    at_the_door (token_hash) {
        token_hash -> Binary,
        staff_id -> Uid,
        tries -> SmallInt,
        let_in_once -> Nullable<Binary>,
        expires_at -> Instant,
    }
}
