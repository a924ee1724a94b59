//! What must always be true of what was typed in from paper.
use kernel::check::Check;
use kernel::db::Conn;
use kernel::fault::Fault;

use crate::acts::for_both;

/// The invariants, for `yizhan check`.
pub const CHECKS: &[Check] = &[
    Check { name: "no two outages of a station overlap", run: doubled },
    Check { name: "every note of paper is about an offering of its station", run: about_nothing },
];

fn doubled(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT a.station_id, 'an outage from ' || a.starts_at || ' overlaps one from ' || b.starts_at AS said \
         FROM outages a JOIN outages b ON b.station_id = a.station_id AND b.id > a.id \
         AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at \
         WHERE a.revoked_at IS NULL AND b.revoked_at IS NULL",
    )
}

fn about_nothing(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT n.station_id, 'a note of paper from ' || n.starts_at || ' is about an offering that is not there' AS said \
         FROM paper_notes n WHERE NOT EXISTS (SELECT 1 FROM offerings o WHERE o.station_id = n.station_id \
         AND o.id = n.offering_id)",
    )
}
