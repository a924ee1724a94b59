//! What must always be true of activities, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "every activity says something that the program knows", run: unknown },
    Check { name: "no time of an activity gives more places away than it has", run: overfull },
    Check { name: "a time that was called off holds no room", run: held },
    Check { name: "a time holds a room or says why it does not, never both", run: torn },
];

fn unknown(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'an activity that starts on ' || starts_on || ' has kind ' || kind || ', joining ' || joining \
         AS said FROM activity_series WHERE kind NOT IN (0, 1) OR joining NOT IN (0, 1, 2) OR title = '' \
         UNION ALL SELECT station_id, 'a time of an activity on ' || on_day || ' has state ' || state AS said \
         FROM occurrences WHERE state NOT IN (0, 1)",
    )
}

fn overfull(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'a time of an activity on ' || on_day || ' has ' || taken || ' of ' || capacity || ' places taken' \
         AS said FROM occurrences WHERE taken < 0 OR lined < 0 OR (capacity IS NOT NULL AND taken > capacity)",
    )
}

fn held(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'a time of an activity on ' || on_day || ' was called off and holds a room' AS said \
         FROM occurrences WHERE state = 1 AND reservation_id IS NOT NULL",
    )
}

fn torn(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'a time of an activity on ' || on_day || ' holds a room and says that it has none' AS said \
         FROM occurrences WHERE reservation_id IS NOT NULL AND (no_room IS NOT NULL OR without_room)",
    )
}
