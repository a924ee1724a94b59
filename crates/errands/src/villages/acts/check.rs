//! What must always be true of days in villages, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "a village day has promised what its visits take", run: minutes },
    Check { name: "a visit is on its day's date", run: dates },
    Check { name: "nobody counts on a village day that was called off", run: called_off },
];

fn minutes(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT d.station_id, 'the village day of official ' || d.official_id || ' on ' || d.on_day || ' has promised ' || \
         d.used || ' minutes for ' || count(v.id) || ' visits' AS said FROM village_days d LEFT JOIN village_visits v \
         ON v.station_id = d.station_id AND v.day_id = d.id AND v.state IN (1, 4, 5) \
         GROUP BY d.station_id, d.id, d.official_id, d.on_day, d.used, d.travel, d.stops \
         HAVING d.used <> d.travel * (d.stops + coalesce(sum(CASE WHEN v.at_home THEN 1 ELSE 0 END), 0)) \
         + coalesce(sum(v.minutes), 0)",
    )
}

fn dates(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT v.station_id, 'a visit of ' || v.on_day || ' belongs to the village day of ' || d.on_day AS said \
         FROM village_visits v JOIN village_days d ON d.station_id = v.station_id AND d.id = v.day_id \
         WHERE d.on_day <> v.on_day",
    )
}

fn called_off(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT v.station_id, 'a visit is promised or offered on ' || v.on_day || ', a village day that was called off' AS said \
         FROM village_visits v JOIN village_days d ON d.station_id = v.station_id AND d.id = v.day_id \
         WHERE d.state = 2 AND v.state IN (0, 1)",
    )
}
