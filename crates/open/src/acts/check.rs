//! What must always be true, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

use crate::rules::MOST_LIVE;

/// The invariants.
pub const CHECKS: &[Check] = &[
    Check { name: "a partner's key is withdrawn after it was given", run: withdrawn_later },
    Check { name: "a station has no more keys in use than it may", run: not_too_many },
];

fn withdrawn_later(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'the key of ' || name || ' was withdrawn before it was given' AS said FROM open_partners \
         WHERE withdrawn_at < made_at",
    )
}

fn not_too_many(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let sql = format!(
        "SELECT station_id, count(*) || ' keys are in use' AS said FROM open_partners WHERE withdrawn_at IS NULL \
         GROUP BY station_id HAVING count(*) > {MOST_LIVE}"
    );
    broken(c, &sql)
}
