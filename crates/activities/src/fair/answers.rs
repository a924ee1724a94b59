//! What pages and programs ask of a fair. Reads only.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::Phone;
use stations::Station;

use crate::OccurrenceId;
use crate::draws::rules::{Published as _, STALLS, StallSheet};
use crate::fair::StallId;
use crate::fair::rules::{Entry, Place, PlaceKind, Rule, Stall, Terms};
use crate::fair::store;
use crate::fairday::{self, FairDay};
use crate::parking::answers::{Ground, ground};

/// The purposes under which stall holders are sealed.
pub const HOLDER: &str = "stall-holder";
pub const HOLDER_PHONE: &str = "stall-phone";

/// A fair with all that the public reads.
#[derive(Debug, Clone)]
pub struct Whole {
    pub fair: FairDay,
    pub ground: Ground,
    pub terms: Option<Terms>,
    pub entries: Vec<Entry>,
    pub places: Vec<Place>,
    /// In line; who it is stays sealed.
    pub stalls: Vec<Stall>,
    /// The fairs after it.
    pub later: Vec<FairDay>,
}

impl Whole {
    /// Who stands on a place.
    pub fn on(&self, code: &str) -> Option<&Stall> {
        self.stalls.iter().find(|s| s.code.as_deref() == Some(code))
    }

    pub fn free_places(&self) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(|p| p.kind == PlaceKind::Stall && self.on(&p.code).is_none())
    }
}

/// So many fairs ahead are named.
const AHEAD: i64 = 4;

fn whole(c: &mut Conn, station: &Station, fair: FairDay, now: Timestamp) -> Result<Whole, Fault> {
    let id = fair.occurrence.id;
    let ends = fair.occurrence.ends_at;
    Ok(Whole {
        terms: store::terms(c, station.id, id)?,
        entries: store::entries(c, station.id, id)?,
        places: store::places(c, station.id, id)?,
        stalls: store::stalls(c, station.id, id)?.into_iter().map(|k| k.stall).collect(),
        later: fairday::answers::coming(c, station, ends, AHEAD)?.into_iter().filter(FairDay::is_on).collect(),
        ground: ground(c, station, fair.clone(), now)?,
        fair,
    })
}

/// The fair that is on or comes next, or another one.
pub fn fair(
    c: &mut Conn,
    station: &Station,
    which: Option<OccurrenceId>,
    now: Timestamp,
) -> Result<Option<Whole>, Fault> {
    let fair = match which {
        Some(id) => Some(fairday::answers::fair(c, station, id)?),
        None => fairday::answers::next(c, station, now)?,
    };
    fair.map(|fair| whole(c, station, fair, now)).transpose()
}

/// The draw of its stalls as it is published, drawn or not; nothing where there is none.
pub fn stall_draw(c: &mut Conn, station: &Station, id: OccurrenceId) -> Result<StallSheet, Fault> {
    let fair = fairday::answers::fair(c, station, id)?;
    let terms = store::terms(c, station.id, id)?.filter(|t| t.rule == Rule::Draw).ok_or(Fault::NotFound)?;
    let sheet = StallSheet {
        format: STALLS.into(),
        station: station.slug.clone(),
        fair: id.0,
        title: fair.title().to_owned(),
        starts_at: fair.occurrence.starts_at,
        closes_at: terms.until,
        commitment: terms.commitment,
        wishes: vec![],
        sites: vec![],
        locked: None,
        seed: None,
        results: vec![],
        drawn_at: None,
        sum: String::new(),
    };
    let drawn = store::draw(c, station.id, id)?.zip(terms.seed.zip(terms.drawn_at));
    Ok(match drawn {
        Some((draw, (seed, at))) => sheet.with(draw, (seed, at)),
        None => sheet,
    }
    .signed())
}

/// An application with whose it is, for the desk and for whoever has its address.
#[derive(Debug, Clone)]
pub struct Seen {
    pub stall: Stall,
    pub name: Option<String>,
    pub phone: Option<Phone>,
}

fn seen(house: &House, kept: store::Kept) -> Result<Seen, Fault> {
    let open = |purpose, sealed: &Option<Vec<u8>>| {
        sealed.as_ref().map(|s| house.keys.open(purpose, s).map_err(Fault::broken)).transpose()
    };
    let (name, phone) = (open(HOLDER, &kept.name_sealed)?, open(HOLDER_PHONE, &kept.phone_sealed)?);
    let read = |text: String| text.parse().map_err(|_| Fault::broken("a stored phone number is none"));
    Ok(Seen { stall: kept.stall, name, phone: phone.map(read).transpose()? })
}

pub fn all_seen(c: &mut Conn, house: &House, station: &Station, fair: OccurrenceId) -> Result<Vec<Seen>, Fault> {
    store::stalls(c, station.id, fair)?.into_iter().map(|kept| seen(house, kept)).collect()
}

/// One application and its fair.
pub fn stall(c: &mut Conn, house: &House, station: &Station, id: StallId) -> Result<(FairDay, Seen, usize), Fault> {
    let kept = store::stall(c, station.id, id)?;
    let fair = fairday::answers::fair(c, station, kept.fair)?;
    let line = store::stalls(c, station.id, kept.fair)?;
    let waiting = line.iter().filter(|k| k.stall.state == crate::fair::rules::Stands::Waiting);
    let ahead = waiting.take_while(|k| k.stall.id != id).count();
    Ok((fair, seen(house, kept)?, ahead))
}
