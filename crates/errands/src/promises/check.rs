//! What must always be true of promises, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "no promise is open about a ticket that is over", run: open },
    Check { name: "what took the place of a promise is there and is about the same", run: next },
    Check { name: "a promise that has ended says when, and an open one does not", run: ended },
];

fn open(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT p.station_id, 'promise about ticket ' || t.number || ' of line ' || t.line_id || ' on ' || t.on_day || \
         ' is open, the ticket is in state ' || t.state AS said FROM promises p JOIN tickets t \
         ON t.station_id = p.station_id AND t.id = p.about_id WHERE p.ending = 0 AND p.about_kind = 0 AND t.state >= 8",
    )
}

fn next(c: &mut Conn) -> Result<Vec<String>, Fault> {
    // An appointment that moves to another day is another ticket, to which the old one leads.
    broken(
        c,
        "SELECT p.station_id, 'a promise of kind ' || p.kind || ' gave way to one that is not there or not about the same' \
         AS said FROM promises p LEFT JOIN promises n ON n.station_id = p.station_id AND n.id = p.next_id \
         LEFT JOIN bookings b ON b.station_id = p.station_id AND b.ticket_id = p.about_id \
         WHERE p.next_id IS NOT NULL AND (n.id IS NULL OR p.ending <> 2 \
         OR (n.about_id <> p.about_id AND n.about_id <> coalesce(b.next_id, p.about_id)))",
    )
}

fn ended(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'a promise of kind ' || kind || ' has ending ' || ending || ' and a time of ending that does not \
         fit' AS said FROM promises WHERE (ending = 0) <> (ended_at IS NULL)",
    )
}
