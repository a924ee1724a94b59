//! What pages and programs ask of consents. Reads only.
use jiff::Timestamp;

use super::ConsentId;
use super::rules::State;
use super::store::{self, Kept};
use crate::answers::wall;
use crate::rules::Matter;
use crate::store as errands;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::Phone;
use stations::Station;

/// The purposes under which the names of a consent are sealed.
pub const FOR: &str = "proxy-for";
pub const PROXY: &str = "proxy-name";

/// So many are listed; nobody looks further down.
const MOST: i64 = 200;

/// A consent as the desk and its giver see it.
#[derive(Debug, Clone)]
pub struct Seen {
    pub kept: Kept,
    pub state: State,
    pub matter: Option<Matter>,
    /// Whose matter it is.
    pub name: Option<String>,
    pub phone: Option<Phone>,
    /// Who acts.
    pub proxy: Option<String>,
}

pub fn seen(c: &mut Conn, house: &House, station: &Station, kept: Kept, now: Timestamp) -> Result<Seen, Fault> {
    let open = |purpose, sealed: &Vec<u8>| house.keys.open(purpose, sealed).map_err(Fault::broken);
    let name = match (&kept.name_sealed, kept.person) {
        (Some(sealed), _) => Some(open(FOR, sealed)?),
        (None, Some(person)) => people::name_of(c, house, person)?,
        (None, None) => None,
    };
    let phone = kept.person.map(|person| people::phone_of(c, house, person)).transpose()?.flatten();
    let proxy = kept.proxy_sealed.as_ref().map(|sealed| open(PROXY, sealed)).transpose()?;
    let matter = errands::matters_ever(c, station.id)?.into_iter().find(|m| m.id == kept.matter);
    let state = State::on(wall(station, now).date(), kept.until, kept.withdrawn_at.is_some());
    Ok(Seen { kept, state, matter, name, phone, proxy })
}

pub fn one(c: &mut Conn, house: &House, station: &Station, id: ConsentId, now: Timestamp) -> Result<Seen, Fault> {
    let kept = store::by_id(c, station.id, id)?;
    seen(c, house, station, kept, now)
}

/// The same, held: until the transaction ends nobody takes it back.
pub fn held(c: &mut Conn, house: &House, station: &Station, id: ConsentId, now: Timestamp) -> Result<Seen, Fault> {
    let kept = store::hold(c, station.id, id)?;
    seen(c, house, station, kept, now)
}

/// What holds at a station now, the newest first.
pub fn holding(c: &mut Conn, house: &House, station: &Station, now: Timestamp) -> Result<Vec<Seen>, Fault> {
    let all = store::holding(c, station.id, wall(station, now).date(), MOST)?;
    all.into_iter().map(|kept| seen(c, house, station, kept, now)).collect()
}
