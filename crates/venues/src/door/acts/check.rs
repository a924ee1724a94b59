//! What must always be true of doors.
use kernel::check::Check;
use kernel::db::Conn;
use kernel::fault::Fault;

use crate::acts::for_both;

/// The group's invariants, for `yizhan check`.
pub fn checks() -> &'static [Check] {
    &[
        Check { name: "every door code belongs to a reservation of its venue", run: stray_codes },
        Check { name: "every door stands at a venue, and every call is for one", run: stray_doors },
    ]
}

fn stray_codes(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT k.station_id, 'a code for the door of venue ' || k.venue_id || ' from ' || k.starts_at || \
         ' belongs to no reservation there' AS said FROM door_codes k WHERE NOT EXISTS (SELECT 1 FROM reservations r \
         WHERE r.station_id = k.station_id AND r.id = k.reservation_id AND r.venue_id = k.venue_id)",
    )
}

fn stray_doors(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT d.station_id, 'a door of venue ' || d.venue_id || ', which is not there' AS said FROM doors d \
         WHERE NOT EXISTS (SELECT 1 FROM venues v WHERE v.station_id = d.station_id AND v.id = d.venue_id) \
         UNION ALL SELECT l.station_id, 'a call for the lock of venue ' || l.venue_id || ', which is not there' AS said \
         FROM lock_calls l WHERE NOT EXISTS (SELECT 1 FROM venues v WHERE v.station_id = l.station_id \
         AND v.id = l.venue_id)",
    )
}
