//! Writing a station's errands down for the first time, as an import does.
use jiff::Timestamp;

use crate::rules::{Draft, Line};
use crate::store::{self, Desk, NewOfficial, Official};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use people::Phone;

/// All that errands need: judged already. Ids are 1, 2, 3 … in the order of the lists, except desks, which have their signs.
#[derive(Debug, Clone, Default)]
pub struct Founding {
    pub lines: Vec<Line>,
    pub desks: Vec<Desk>,
    /// With the number whose text messages declare their presence.
    pub officials: Vec<(Official, Option<Phone>)>,
    pub matters: Vec<Draft>,
}

/// The purpose under which officials are found by their number.
pub(crate) const OFFICIAL_PHONE: &str = "official-phone";

pub fn found(
    c: &mut Conn,
    house: &House,
    station: StationId,
    founding: &Founding,
    now: Timestamp,
) -> Result<(), Fault> {
    for line in &founding.lines {
        store::add_line(c, station, line)?;
    }
    for desk in &founding.desks {
        store::add_desk(c, station, desk)?;
    }
    for (official, phone) in &founding.officials {
        let hash = phone.as_ref().map(|p| house.keys.lookup(OFFICIAL_PHONE, p.full()));
        store::add_official(c, station, &NewOfficial { official, phone_hash: hash.as_ref().map(|h| h.as_slice()) })?;
    }
    for (id, draft) in (1..).zip(&founding.matters) {
        store::add_matter(c, station, id, draft, (now, None))?;
    }
    Ok(())
}
