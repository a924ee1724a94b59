//! What must always be true of clubs.
use kernel::check::Check;
use kernel::db::Conn;
use kernel::fault::Fault;

use crate::acts::for_both;

/// The group's invariants, for `yizhan check`.
pub fn checks() -> &'static [Check] {
    &[
        Check { name: "whoever leads a club is in it, for themselves", run: outsiders },
        Check { name: "a closed club has no leader, no members and no meetings to come", run: ghosts },
        Check { name: "every club that holds a series is there, at its station", run: strays },
    ]
}

fn outsiders(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT k.station_id, 'the club “' || k.name || '” is led by somebody who is not in it' AS said FROM clubs k \
         WHERE k.leader_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM club_members m WHERE m.station_id = k.station_id \
         AND m.club_id = k.id AND m.person_id = k.leader_id AND m.band IS NULL AND m.is_in)",
    )
}

fn ghosts(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT k.station_id, 'the closed club “' || k.name || '” goes on' AS said FROM clubs k \
         WHERE k.closed_at IS NOT NULL AND (k.leader_id IS NOT NULL OR k.heir_id IS NOT NULL \
         OR EXISTS (SELECT 1 FROM club_members m WHERE m.station_id = k.station_id AND m.club_id = k.id) \
         OR EXISTS (SELECT 1 FROM series s WHERE s.station_id = k.station_id AND s.club_id = k.id AND s.ended_at IS NULL))",
    )
}

fn strays(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT s.station_id, 'a series from ' || s.starts_on || ' is held by a club that is not there' AS said FROM series s \
         WHERE s.club_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM clubs k WHERE k.station_id = s.station_id \
         AND k.id = s.club_id)",
    )
}
