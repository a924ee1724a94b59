diesel::table! {
    use diesel::sql_types::{Nullable, SmallInt, Text};
    use kernel::db::types::{Instant, Uid};
    consents (id) {
        id -> Uid,
        person_id -> Uid,
        kind -> SmallInt,
        text_version -> Text,
        given_at -> Instant,
        by_staff -> Nullable<Uid>,
        withdrawn_at -> Nullable<Instant>,
    }
}
