//! The slice's tables. Columns and units: migrations/2026-11-27_library.sql.
diesel::table! {
    use diesel::sql_types::{Bool, Nullable, SmallInt, Text};
    use kernel::db::types::Instant;
    title_pack (isbn) {
        isbn -> Text,
        title -> Text,
        subtitle -> Text,
        authors -> Text,
        publisher -> Text,
        year -> Nullable<SmallInt>,
        class -> Text,
        kind -> SmallInt,
        for_children -> Bool,
        source -> Text,
        changed_at -> Instant,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, Nullable, SmallInt};
    library_settings (station_id) {
        station_id -> BigInt,
        most_items -> SmallInt,
        loan_days -> SmallInt,
        renewals -> SmallInt,
        hold_days -> SmallInt,
        kinds -> SmallInt,
        block_days -> Nullable<SmallInt>,
        due_mode -> SmallInt,
        history -> Bool,
        next_barcode -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Integer, SmallInt, Text};
    library_shelves (station_id, id) {
        station_id -> BigInt,
        id -> Integer,
        code -> Text,
        name_zh -> Text,
        name_en -> Text,
        honesty -> Bool,
        place -> SmallInt,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Uid};
    titles (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        isbn -> Nullable<Text>,
        title -> Text,
        subtitle -> Text,
        authors -> Text,
        publisher -> Text,
        year -> Nullable<SmallInt>,
        class -> Text,
        kind -> SmallInt,
        for_children -> Bool,
        note -> Text,
        added_on -> Day,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Integer};
    use kernel::db::types::Uid;
    title_covers (station_id, title_id) {
        station_id -> BigInt,
        title_id -> Uid,
        bytes -> Binary,
        width -> Integer,
        height -> Integer,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Binary};
    use kernel::db::types::Uid;
    title_grams (station_id, gram, title_id) {
        station_id -> BigInt,
        gram -> Binary,
        title_id -> Uid,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable, SmallInt, Text};
    use kernel::db::types::{Day, Instant, Uid};
    copies (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        title_id -> Uid,
        barcode -> Text,
        shelf -> Integer,
        stands -> SmallInt,
        source -> Text,
        added_on -> Day,
        last_lent_on -> Nullable<Day>,
        seen_on -> Nullable<Day>,
        back_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Nullable, SmallInt};
    use kernel::db::types::{Day, Instant, Uid};
    loans (station_id, copy_id) {
        station_id -> BigInt,
        copy_id -> Uid,
        id -> Uid,
        title_id -> Uid,
        person_id -> Nullable<Uid>,
        lent_at -> Instant,
        lent_on -> Day,
        due_on -> Day,
        renewals -> SmallInt,
        told -> SmallInt,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Nullable};
    use kernel::db::types::{Day, Instant, Uid};
    library_holds (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        title_id -> Uid,
        person_id -> Uid,
        placed_at -> Instant,
        copy_id -> Nullable<Uid>,
        ready_on -> Nullable<Day>,
        ready_until -> Nullable<Day>,
        told -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Bool, Nullable};
    use kernel::db::types::{Day, Uid};
    library_readers (station_id, person_id) {
        station_id -> BigInt,
        person_id -> Uid,
        month -> Nullable<Day>,
        history -> Bool,
    }
}
diesel::table! {
    use diesel::sql_types::BigInt;
    use kernel::db::types::{Day, Uid};
    reading_history (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        person_id -> Uid,
        title_id -> Uid,
        lent_on -> Day,
        returned_on -> Day,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, SmallInt, Text};
    use kernel::db::types::{Instant, Uid};
    library_log (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        staff_id -> Uid,
        kind -> SmallInt,
        barcode -> Text,
        happened_at -> Instant,
        received_at -> Instant,
        outcome -> SmallInt,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Nullable, SmallInt, Text};
    use kernel::db::types::{Instant, Uid};
    library_tasks (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        kind -> SmallInt,
        log_id -> Nullable<Uid>,
        copy_id -> Nullable<Uid>,
        person_id -> Nullable<Uid>,
        barcode -> Text,
        happened_at -> Instant,
        made_at -> Instant,
        settled_at -> Nullable<Instant>,
        settled_by -> Nullable<Uid>,
        how -> Nullable<SmallInt>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, Nullable};
    use kernel::db::types::{Instant, Uid};
    stocktakes (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        shelf -> Nullable<Integer>,
        begun_at -> Instant,
        begun_by -> Uid,
        ended_at -> Nullable<Instant>,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Integer, SmallInt};
    use kernel::db::types::{Instant, Uid};
    stocktake_seen (station_id, stocktake_id, copy_id) {
        station_id -> BigInt,
        stocktake_id -> Uid,
        copy_id -> Uid,
        shelf -> Integer,
        seen_at -> Instant,
        stood -> SmallInt,
    }
}
diesel::table! {
    use diesel::sql_types::{BigInt, Nullable, SmallInt, Text};
    use kernel::db::types::{Instant, Uid};
    library_transfers (station_id, id) {
        station_id -> BigInt,
        id -> Uid,
        title_id -> Uid,
        copy_id -> Nullable<Uid>,
        to_station -> BigInt,
        state -> SmallInt,
        why -> Text,
        asked_at -> Instant,
        sent_at -> Nullable<Instant>,
        ended_at -> Nullable<Instant>,
    }
}
