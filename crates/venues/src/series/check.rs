//! What must always be true of series and their dates.
use kernel::check::Check;
use kernel::db::Conn;
use kernel::fault::Fault;

use crate::acts::for_both;

/// The invariants of series, for `yizhan check`.
pub fn checks() -> &'static [Check] {
    &[
        Check { name: "every booked date of a series has its reservation, of the series' own offering", run: booked },
        Check { name: "every series has exactly one holder, or a person under a typed name", run: holders },
        Check {
            name: "no date lies before its series begins, and none without a reservation after its end",
            run: outside,
        },
        Check { name: "every reservation that came from a series is a date of one", run: strays },
        Check { name: "every series and each of its dates make sense", run: odd },
    ]
}

fn booked(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT d.station_id, 'the series date ' || d.on_day || ' names a reservation that is not there or is of another \
         offering' AS said FROM series_dates d JOIN series s ON s.station_id = d.station_id AND s.id = d.series_id \
         WHERE d.outcome = 0 AND NOT EXISTS (SELECT 1 FROM reservations r WHERE r.station_id = d.station_id \
         AND r.id = d.reservation_id AND r.offering_id = s.offering_id)",
    )
}

fn holders(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT s.station_id, 'a series from ' || s.starts_on || ' of offering ' || s.offering_id || ' has no holder or \
         several' AS said FROM series s WHERE \
         (CASE WHEN s.person_id IS NOT NULL OR s.guest_sealed IS NOT NULL THEN 1 ELSE 0 END) + \
         (CASE WHEN s.owner_id IS NOT NULL THEN 1 ELSE 0 END) + (CASE WHEN s.club_id IS NOT NULL THEN 1 ELSE 0 END) <> 1",
    )
}

fn outside(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT d.station_id, 'the series date ' || d.on_day || ' lies outside its series' AS said FROM series_dates d \
         JOIN series s ON s.station_id = d.station_id AND s.id = d.series_id WHERE d.on_day < s.starts_on \
         OR (d.on_day > s.ends_on AND d.reservation_id IS NULL)",
    )
}

fn strays(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT r.station_id, 'a reservation from ' || r.starts_at || ' says that it is of a series, and no series has it' \
         AS said FROM reservations r WHERE r.source = 5 AND NOT EXISTS (SELECT 1 FROM series_dates d \
         WHERE d.station_id = r.station_id AND d.reservation_id = r.id)",
    )
}

/// A reservation that is two dates is impossible under its index; a table that was copied by hand may have lost it.
fn odd(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT d.station_id, 'the series date ' || d.on_day || ' belongs to no series' AS said FROM series_dates d \
         WHERE NOT EXISTS (SELECT 1 FROM series s WHERE s.station_id = d.station_id AND s.id = d.series_id) \
         UNION ALL SELECT d.station_id, 'the series date ' || d.on_day || ' has the outcome ' || d.outcome || \
         ' and does not fit it' AS said FROM series_dates d \
         WHERE d.outcome NOT BETWEEN 0 AND 3 OR (d.outcome = 0) <> (d.reservation_id IS NOT NULL) \
         UNION ALL SELECT d.station_id, 'one reservation is ' || count(*) || ' dates of series' AS said \
         FROM series_dates d WHERE d.reservation_id IS NOT NULL GROUP BY d.station_id, d.reservation_id \
         HAVING count(*) > 1 \
         UNION ALL SELECT s.station_id, 'a series from ' || s.starts_on || ' of offering ' || s.offering_id || \
         ' is in room ' || s.venue_id || ', and its offering is not' AS said FROM series s \
         LEFT JOIN offerings o ON o.station_id = s.station_id AND o.id = s.offering_id \
         WHERE o.id IS NULL OR o.venue_id <> s.venue_id",
    )
}
