//! What must always be true of papers that were left, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "a receipt's log is numbered 1, 2, 3 … up to how it stands", run: logs },
    Check { name: "a receipt stands as its log says", run: stands },
    Check { name: "numbers of a day's receipts are 1, 2, 3 … without gaps", run: numbers },
];

fn logs(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT r.station_id, 'receipt ' || r.number || ' of ' || r.on_day || ' has ' || count(s.number) || ' steps, not ' || \
         r.steps AS said FROM receipts r LEFT JOIN receipt_steps s ON s.station_id = r.station_id AND s.receipt_id = r.id \
         GROUP BY r.station_id, r.id, r.number, r.on_day, r.steps \
         HAVING count(s.number) <> r.steps OR coalesce(max(s.number), 0) <> r.steps",
    )
}

fn stands(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT r.station_id, 'receipt ' || r.number || ' of ' || r.on_day || ' is in state ' || r.state || ', its log says ' || \
         s.state AS said FROM receipts r JOIN receipt_steps s ON s.station_id = r.station_id AND s.receipt_id = r.id \
         AND s.number = r.steps WHERE s.state <> r.state OR s.ready_at <> r.ready_at",
    )
}

fn numbers(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, count(*) || ' receipts of ' || on_day || ' are numbered up to ' || max(number) AS said \
         FROM receipts GROUP BY station_id, on_day HAVING count(*) <> max(number) OR min(number) <> 1",
    )
}
