//! What must always be true of transfers, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "a copy that is on its way to another station has exactly one transfer that was sent", run: one },
    Check { name: "what was sent to another station is a copy that is on its way", run: sent },
    Check { name: "a transfer goes to another station, and says when it was sent and when it was over", run: said },
];

fn one(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT k.station_id, 'copy ' || k.barcode || ' is on its way and has ' || count(t.id) || ' transfers' AS said \
         FROM copies k LEFT JOIN library_transfers t ON t.station_id = k.station_id AND t.copy_id = k.id AND t.state = 1 \
         WHERE k.stands = 3 GROUP BY k.station_id, k.id, k.barcode HAVING count(t.id) <> 1",
    )
}

fn sent(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT t.station_id, 'what was sent to ' || t.to_station || ' is no copy that is on its way' AS said \
         FROM library_transfers t LEFT JOIN copies k ON k.station_id = t.station_id AND k.id = t.copy_id \
         WHERE t.state = 1 AND (k.stands IS NULL OR k.stands <> 3 OR k.title_id <> t.title_id)",
    )
}

fn said(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT t.station_id, 'a transfer to ' || t.to_station || ' stands at ' || t.state || ' and its times say otherwise' AS said \
         FROM library_transfers t WHERE t.to_station = t.station_id OR t.state NOT IN (0, 1, 2, 3, 4) \
         OR (t.state IN (0, 1)) <> (t.ended_at IS NULL) OR (t.state IN (1, 2) AND t.sent_at IS NULL) \
         OR (t.state IN (0, 3) AND t.sent_at IS NOT NULL) OR (t.sent_at IS NULL) <> (t.copy_id IS NULL)",
    )
}
