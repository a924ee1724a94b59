//! Reservations: what their rows say, and that claims say the same.
use kernel::check::Check;
use kernel::db::Conn;
use kernel::fault::Fault;

use super::for_both;

pub const CHECKS: &[Check] = &[
    Check { name: "every live reservation has claims, and no claim is without its reservation", run: orphans },
    Check { name: "every claim says the same times as its reservation", run: torn },
    Check { name: "every reservation says something that the program knows", run: unknown },
    Check { name: "every reservation is in the room of its offering", run: elsewhere },
];

fn orphans(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT r.station_id, 'a live reservation from ' || r.starts_at || ' has no claim' AS said FROM reservations r \
         WHERE r.state < 3 AND NOT EXISTS (SELECT 1 FROM claims k WHERE k.station_id = r.station_id \
         AND k.reservation_id = r.id) \
         UNION ALL SELECT k.station_id, 'a claim on atom ' || k.atom_id || ' has no reservation that may have it' AS said \
         FROM claims k WHERE NOT EXISTS (SELECT 1 FROM reservations r WHERE r.station_id = k.station_id \
         AND r.id = k.reservation_id AND r.state < 4)",
    )
}

fn torn(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT k.station_id, 'a claim on atom ' || k.atom_id || ' from ' || k.starts_at || ' and its reservation say \
         different times' AS said FROM claims k JOIN reservations r ON r.station_id = k.station_id \
         AND r.id = k.reservation_id WHERE k.starts_at <> r.starts_at OR k.ends_at <> r.ends_at \
         OR (r.state < 3 AND k.lapses_at IS DISTINCT FROM r.lapses_at)",
    )
}

fn unknown(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT r.station_id, 'a reservation from ' || r.starts_at || ' has state ' || r.state || ', source ' || r.source \
         || ', group ' || r.group_size || ' and ends at ' || r.ends_at AS said FROM reservations r \
         WHERE r.state NOT BETWEEN 0 AND 6 OR r.source NOT BETWEEN 0 AND 10 OR r.group_size < 1 \
         OR r.ends_at <= r.starts_at OR (r.awaits AND r.state <> 0)",
    )
}

fn elsewhere(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT r.station_id, 'a reservation from ' || r.starts_at || ' of offering ' || r.offering_id || ' is in room ' \
         || r.venue_id || ', and its offering is not' AS said FROM reservations r \
         LEFT JOIN offerings o ON o.station_id = r.station_id AND o.id = r.offering_id \
         WHERE o.id IS NULL OR o.venue_id <> r.venue_id",
    )
}
