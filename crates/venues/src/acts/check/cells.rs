//! Cells and claims: five minutes of one unit belong to one reservation.
use kernel::check::Check;
use kernel::db::Conn;
use kernel::fault::Fault;

use super::for_both;

pub const CHECKS: &[Check] = &[
    Check { name: "every cell belongs to a claim of its reservation that covers it", run: stray },
    Check { name: "every claim holds all the cells between its start and its end", run: missing },
    Check { name: "no cell is had twice", run: doubled },
    Check { name: "no two claims on one unit overlap", run: overlaps },
    Check { name: "every claim is on a unit that is there, in the room of its reservation", run: astray },
];

fn stray(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT x.station_id, 'cell ' || x.cell || ' of atom ' || x.atom_id || ' unit ' || x.unit || ' belongs to no claim' \
         AS said FROM cells x WHERE NOT EXISTS (SELECT 1 FROM claims k WHERE k.station_id = x.station_id \
         AND k.atom_id = x.atom_id AND k.unit = x.unit AND k.reservation_id = x.reservation_id \
         AND $FIRST <= x.cell AND x.cell < $END)",
    )
}

fn missing(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT k.station_id, 'a claim on atom ' || k.atom_id || ' unit ' || k.unit || ' of reservation ' || \
         $RESERVATION || ' lacks cells' AS said FROM claims k WHERE ($END - $FIRST) <> \
         (SELECT count(DISTINCT x.cell) FROM cells x WHERE x.station_id = k.station_id AND x.atom_id = k.atom_id \
         AND x.unit = k.unit AND x.reservation_id = k.reservation_id AND x.cell >= $FIRST AND x.cell < $END)",
    )
}

/// The primary key makes this impossible; a table that was copied by hand may have lost it.
fn doubled(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT x.station_id, 'cell ' || x.cell || ' of atom ' || x.atom_id || ' unit ' || x.unit || ' is had ' || \
         count(*) || ' times' AS said FROM cells x GROUP BY x.station_id, x.atom_id, x.unit, x.cell HAVING count(*) > 1",
    )
}

/// Two of one reservation count as well: then its row was written twice.
fn overlaps(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT a.station_id, 'two claims on atom ' || a.atom_id || ' unit ' || a.unit || ' overlap' AS said \
         FROM claims a JOIN claims b ON b.station_id = a.station_id AND b.atom_id = a.atom_id AND b.unit = a.unit \
         AND (b.reservation_id > a.reservation_id OR b.reservation_id = a.reservation_id AND b.starts_at > a.starts_at) \
         AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at \
         UNION ALL SELECT k.station_id, 'a claim on atom ' || k.atom_id || ' unit ' || k.unit || ' is there ' || count(*) \
         || ' times' AS said FROM claims k \
         GROUP BY k.station_id, k.atom_id, k.unit, k.starts_at, k.reservation_id HAVING count(*) > 1",
    )
}

fn astray(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT k.station_id, 'a claim is on atom ' || k.atom_id || ' unit ' || k.unit || ', which is not there' AS said \
         FROM claims k LEFT JOIN atoms a ON a.station_id = k.station_id AND a.id = k.atom_id \
         WHERE a.id IS NULL OR k.unit < 1 OR k.unit > a.units \
         UNION ALL SELECT k.station_id, 'a claim is on atom ' || k.atom_id || ' of room ' || a.venue_id || \
         ', and its reservation is in room ' || r.venue_id AS said FROM claims k \
         JOIN atoms a ON a.station_id = k.station_id AND a.id = k.atom_id \
         JOIN reservations r ON r.station_id = k.station_id AND r.id = k.reservation_id WHERE a.venue_id <> r.venue_id",
    )
}
