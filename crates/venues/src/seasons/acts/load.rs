//! A round with its row held: from here on nobody else decides about it.
use jiff::Timestamp;

use crate::RoundId;
use crate::seasons::rules::Stands;
use crate::seasons::store::{self, Round};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use stations::Station;

/// The purpose under which seeds are sealed until the result.
pub const SEED: &str = "season-seed";

pub fn held(c: &mut Conn, station: &Station, id: RoundId, now: Timestamp) -> Result<(Round, Stands), Fault> {
    store::hold(c, station.id, id)?;
    let round = store::by_id(c, station.id, id)?;
    let stands = round.stands(now);
    Ok((round, stands))
}

pub fn record(
    c: &mut Conn,
    station: &Station,
    (now, by): (Timestamp, By),
    kind: &str,
    (id, data): (RoundId, &serde_json::Value),
) -> Result<(), Fault> {
    event::record(c, station.id, now, by, kind, &id.to_string(), data).map(|_| ())
}
