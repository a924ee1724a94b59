//! What must always be true of signups, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "the places taken of a time are those of its signups", run: taken },
    Check { name: "no number of a time's list is higher than its counter", run: numbers },
    Check { name: "whoever is offered a place came before everybody who waits and would fit", run: order },
    Check { name: "nobody is signed up twice", run: twice },
    Check { name: "nobody still takes part in a draw that is over", run: entered },
];

fn taken(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT o.station_id, 'the time ' || o.on_day || ' of an activity says that ' || o.taken || ' places are taken, and ' || \
         coalesce(sum(s.seats), 0) || ' are' AS said FROM occurrences o LEFT JOIN signups s \
         ON s.station_id = o.station_id AND s.occurrence_id = o.id AND s.state IN (0, 2) \
         GROUP BY o.station_id, o.id, o.on_day, o.taken HAVING o.taken <> coalesce(sum(s.seats), 0)",
    )
}

fn numbers(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT o.station_id, 'the list of ' || o.on_day || ' has the number ' || s.place || ', and its counter says ' || \
         o.lined AS said FROM occurrences o JOIN signups s ON s.station_id = o.station_id AND s.occurrence_id = o.id \
         WHERE s.place > o.lined OR s.place < 1",
    )
}

/// An offer may go to somebody behind one who needs more places than were free, never behind one who needs as few.
fn order(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT a.station_id, 'number ' || a.place || ' is offered ' || a.seats || ' places before number ' || w.place || \
         ', who waits for ' || w.seats AS said FROM signups a JOIN signups w ON w.station_id = a.station_id \
         AND w.occurrence_id = a.occurrence_id AND w.place < a.place AND w.seats <= a.seats \
         WHERE a.state = 2 AND w.state = 1 AND w.code_id IS NULL AND w.made_at <= a.made_at",
    )
}

fn twice(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT s.station_id, 'somebody is signed up ' || count(*) || ' times for one time' AS said FROM signups s \
         WHERE s.state < 4 AND s.person_id IS NOT NULL AND s.code_id IS NULL \
         GROUP BY s.station_id, s.occurrence_id, s.person_id, s.child_id, s.band HAVING count(*) > 1",
    )
}

fn entered(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT s.station_id, 'number ' || s.place || ' takes part in a draw that is over' AS said FROM signups s \
         JOIN draws d ON d.station_id = s.station_id AND d.occurrence_id = s.occurrence_id \
         WHERE s.state = 3 AND s.code_id IS NULL AND d.drawn_at IS NOT NULL",
    )
}
