//! What must always be true of waits and offers.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

/// The invariants, for `yizhan check`.
pub const CHECKS: &[Check] = &[
    Check { name: "whatever is kept for somebody says for whom, and the reverse", run: unknown_offers },
    Check { name: "whoever was offered something has a reservation that is kept or was answered", run: torn_waits },
    Check { name: "nobody in line has two offers at once", run: doubled },
    Check { name: "whatever a closure has taken has ended", run: not_gone },
    Check { name: "every offer stands for somebody, for as long as it said", run: broken_word },
    Check { name: "nobody stands in line twice for one start", run: twice_in_line },
    Check { name: "every place in line makes sense", run: odd_waits },
];

fn unknown_offers(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT r.station_id, 'a reservation that is kept from ' || r.starts_at || ' has no offer' AS said \
         FROM reservations r WHERE r.source = 6 AND NOT EXISTS (SELECT 1 FROM offers o \
         WHERE o.station_id = r.station_id AND o.reservation_id = r.id) \
         UNION ALL SELECT o.station_id, 'an offer until ' || o.until_at || ' has no reservation' AS said FROM offers o \
         WHERE NOT EXISTS (SELECT 1 FROM reservations r WHERE r.station_id = o.station_id AND r.id = o.reservation_id \
         AND r.source = 6)",
    )
}

fn torn_waits(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'a wait for ' || w.earliest_at || ' is offered something that is not for it' AS said \
         FROM waits w WHERE w.state IN (1, 2) AND NOT EXISTS (SELECT 1 FROM offers o \
         WHERE o.station_id = w.station_id AND o.reservation_id = w.reservation_id AND o.wait_id = w.id)",
    )
}

fn doubled(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'a wait for ' || w.earliest_at || ' has several offers at once' AS said FROM waits w \
         WHERE 1 < (SELECT count(*) FROM offers o JOIN reservations r ON r.station_id = o.station_id \
         AND r.id = o.reservation_id WHERE o.station_id = w.station_id AND o.wait_id = w.id AND r.state < 3)",
    )
}

fn not_gone(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT d.station_id, 'a reservation from ' || r.starts_at || ' was taken by a closure and still stands' AS said \
         FROM displaced d JOIN reservations r ON r.station_id = d.station_id AND r.id = d.reservation_id \
         WHERE r.state < 3 \
         UNION ALL SELECT d.station_id, 'a closure has taken a reservation that is not there' AS said FROM displaced d \
         WHERE NOT EXISTS (SELECT 1 FROM reservations r WHERE r.station_id = d.station_id AND r.id = d.reservation_id)",
    )
}

/// What was told must stand: the reservation is kept until the time that was named.
fn broken_word(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT o.station_id, 'an offer until ' || o.until_at || ' is for a place in line that is not there' AS said \
         FROM offers o WHERE o.wait_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM waits w \
         WHERE w.station_id = o.station_id AND w.id = o.wait_id) \
         UNION ALL SELECT o.station_id, 'an offer until ' || o.until_at || ' is kept until another time' AS said \
         FROM offers o JOIN reservations r ON r.station_id = o.station_id AND r.id = o.reservation_id \
         WHERE r.state = 0 AND NOT r.awaits AND r.lapses_at IS DISTINCT FROM o.until_at",
    )
}

/// An index makes this impossible; a table that was copied by hand may have lost it.
fn twice_in_line(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'two places in line for ' || w.earliest_at || ' are one person''s' AS said FROM waits w \
         JOIN waits x ON x.station_id = w.station_id AND x.person_id = w.person_id AND x.offering_id = w.offering_id \
         AND x.earliest_at = w.earliest_at AND x.id > w.id WHERE w.state < 2 AND x.state < 2",
    )
}

/// The order of the line is that of asking: nobody can have been changed before they asked.
fn odd_waits(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'a wait for ' || w.earliest_at || ' that was asked for at ' || w.asked_at || ' is in state ' \
         || w.state || ' since ' || w.changed_at || ', in room ' || w.venue_id AS said FROM waits w \
         LEFT JOIN offerings o ON o.station_id = w.station_id AND o.id = w.offering_id \
         WHERE o.id IS NULL OR o.venue_id <> w.venue_id OR w.state NOT BETWEEN 0 AND 5 OR w.changed_at < w.asked_at \
         OR w.latest_at < w.earliest_at OR w.minutes < 5 OR w.group_size < 1",
    )
}
