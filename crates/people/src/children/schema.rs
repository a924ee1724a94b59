diesel::table! {
    use diesel::sql_types::{Binary, SmallInt};
    use kernel::db::types::{Instant, Uid};
    children (id) {
        id -> Uid,
        guardian_id -> Uid,
        nickname_sealed -> Binary,
        band -> SmallInt,
        made_at -> Instant,
        forget_at -> Instant,
    }
}
