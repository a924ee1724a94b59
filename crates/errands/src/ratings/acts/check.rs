//! What must always be true of ratings, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "a rating is of its ticket's day", run: days },
    Check { name: "each low rating has a call-back", run: without },
    Check { name: "a call-back that is open belongs to a low rating", run: high },
    Check { name: "an ended call-back says when", run: when },
];

fn days(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT r.station_id, 'a rating of ' || r.on_day || ' is of a ticket of ' || t.on_day AS said FROM ratings r \
         JOIN tickets t ON t.station_id = r.station_id AND t.id = r.ticket_id WHERE t.on_day <> r.on_day",
    )
}

fn without(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT r.station_id, 'a rating of ' || r.on_day || ' is low and nobody calls back' AS said FROM ratings r \
         LEFT JOIN call_backs b ON b.station_id = r.station_id AND b.rating_id = r.id \
         WHERE r.level <= 2 AND b.rating_id IS NULL",
    )
}

fn high(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT b.station_id, 'a call-back of ' || b.opened_on || ' is open for a rating of level ' || r.level AS said \
         FROM call_backs b JOIN ratings r ON r.station_id = b.station_id AND r.id = b.rating_id \
         WHERE b.outcome IS NULL AND r.level > 2",
    )
}

fn when(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'a call-back of ' || opened_on || ' has an outcome and no time, or a time and no outcome' AS said \
         FROM call_backs WHERE (outcome IS NULL) <> (answered_at IS NULL)",
    )
}
