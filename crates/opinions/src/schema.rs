//! The slice's tables. Columns and units: migrations/2026-11-27_opinions.sql.
diesel::table! {
    use diesel::sql_types::{BigInt, SmallInt, Text};
    opinion_settings (station_id) {
        station_id -> BigInt,
        oversight_zh -> Text,
        oversight_en -> Text,
        keep_days -> SmallInt,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, SmallInt, Text};
    use kernel::db::types::Uid;
    opinion_categories (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        slug -> Text,
        place -> SmallInt,
        name_zh -> Text,
        name_en -> Text,
        screen_days -> SmallInt,
        answer_days -> SmallInt,
        elsewhere_zh -> Text,
        elsewhere_en -> Text,
        retired -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Text};
    use kernel::db::types::Uid;
    opinion_templates (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        title -> Text,
        text -> Text,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Instant, Uid};
    opinions (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        year -> SmallInt,
        number -> Integer,
        state -> SmallInt,
        source -> SmallInt,
        partner -> Nullable<Text>,
        category_id -> Nullable<Uid>,
        received_at -> Instant,
        received_on -> Day,
        text_sealed -> Nullable<Binary>,
        place_sealed -> Nullable<Binary>,
        point_sealed -> Nullable<Binary>,
        receipt_lookup -> Binary,
        receipt_hash -> Text,
        may_publish -> Bool,
        has_contact -> Bool,
        assigned_to -> Nullable<Uid>,
        question_open -> Bool,
        reopened -> Bool,
        reached -> Bool,
        answered_on -> Nullable<Day>,
        satisfied -> Nullable<SmallInt>,
        merged_into -> Nullable<Uid>,
        ended_at -> Nullable<Instant>,
        counted -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary};
    opinion_contacts (station_id, link) {
        station_id -> BigInt,
        link -> Binary,
        phone_sealed -> Binary,
        phone_hash -> Binary,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable, SmallInt};
    use kernel::db::types::{Instant, Uid};
    opinion_named (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        opinion_id -> Uid,
        staff_id -> Nullable<Uid>,
        name_sealed -> Binary,
        name_hash -> Binary,
        source -> SmallInt,
        lifted_by -> Nullable<Uid>,
        lifted_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Instant, Uid};
    opinion_events (station_id, opinion_id, number) {
        station_id -> BigInt,
        opinion_id -> Uid,
        number -> Integer,
        at -> Instant,
        step -> SmallInt,
        by_kind -> SmallInt,
        by_id -> Nullable<Uid>,
        desk -> Text,
        to_id -> Nullable<Uid>,
        text_sealed -> Nullable<Binary>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, SmallInt, Text};
    use kernel::db::types::{Instant, Uid};
    opinion_viewers (station_id, opinion_id, staff_id, look, at) {
        station_id -> BigInt,
        opinion_id -> Uid,
        staff_id -> Uid,
        look -> SmallInt,
        at -> Instant,
        desk -> Text,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, SmallInt};
    use kernel::db::types::Uid;
    opinion_photos (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        opinion_id -> Uid,
        place -> SmallInt,
        sealed -> Binary,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Double, Integer, Nullable, Text};
    use kernel::db::types::{Day, Instant, Uid};
    opinion_posts (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        opinion_id -> Nullable<Uid>,
        category_id -> Nullable<Uid>,
        title -> Text,
        text -> Text,
        answer -> Nullable<Text>,
        address -> Text,
        lat -> Nullable<Double>,
        lon -> Nullable<Double>,
        made_at -> Instant,
        released_on -> Nullable<Day>,
        answered_week -> Nullable<Day>,
        updated_on -> Nullable<Day>,
        closed -> Bool,
        hidden_by -> Nullable<Integer>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, Text};
    use kernel::db::types::{Instant, Uid};
    opinion_hides (station_id, post_id, number) {
        station_id -> BigInt,
        post_id -> Uid,
        number -> Integer,
        asked_by -> Uid,
        asked_at -> Instant,
        reason -> Text,
        decided_by -> Nullable<Uid>,
        decided_at -> Nullable<Instant>,
        hide -> Nullable<Bool>,
        appeal_sealed -> Nullable<Binary>,
        appealed_at -> Nullable<Instant>,
        judged_by -> Nullable<Uid>,
        judged_at -> Nullable<Instant>,
        shown_again -> Nullable<Bool>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Nullable, SmallInt};
    use kernel::db::types::{Day, Uid};
    opinion_facts (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        month -> Day,
        category_id -> Nullable<Uid>,
        state -> SmallInt,
        answered -> Bool,
        in_time -> Bool,
        reached -> Bool,
        satisfied -> Nullable<SmallInt>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary};
    use kernel::db::types::Instant;
    opinion_stamps (station_id, stamp) {
        station_id -> BigInt,
        stamp -> Binary,
        until -> Instant,
    }
}
diesel::allow_tables_to_appear_in_same_query!(opinion_hides, opinion_posts, opinions);
