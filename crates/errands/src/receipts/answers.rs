//! What pages and programs ask of papers that were left. Reads only.
use jiff::Timestamp;

use super::ReceiptId;
use super::rules::State;
use super::store::{self, Kept, Made};
use crate::rules::{Kind, Matter, Paper};
use crate::store as errands;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::Phone;
use stations::Station;

/// The purposes under which the names of a receipt are sealed.
pub const WHOSE: &str = "receipt-name";
pub const CARRIER: &str = "receipt-carrier";

/// So many are listed; nobody keeps more folders.
const MOST: i64 = 300;

/// Papers with whose they are.
#[derive(Debug, Clone)]
pub struct Seen {
    pub kept: Kept,
    pub matter: Option<Matter>,
    /// The checklist, each line with whether it was left.
    pub papers: Vec<(Paper, bool)>,
    pub name: Option<String>,
    pub phone: Option<Phone>,
    pub carrier: Option<String>,
}

impl Seen {
    /// What stands on the folder: the day and the number of it.
    pub fn folder(&self) -> String {
        format!("{:02}{:02}-{:02}", self.kept.day.month(), self.kept.day.day(), self.kept.number)
    }

    /// The time that they were told is over, and they are not ready.
    pub fn is_late(&self, now: Timestamp) -> bool {
        self.kept.state.is_open() && self.kept.ready_at < now
    }

    /// What must be there and was not left.
    pub fn missing(&self) -> impl Iterator<Item = &Paper> {
        self.papers.iter().filter(|(paper, left)| paper.kind == Kind::Required && !left).map(|(paper, _)| paper)
    }
}

pub fn seen(c: &mut Conn, house: &House, station: &Station, kept: Kept) -> Result<Seen, Fault> {
    let open = |purpose, sealed: &Vec<u8>| house.keys.open(purpose, sealed).map_err(Fault::broken);
    let name = match (&kept.name_sealed, kept.person) {
        (Some(sealed), _) => Some(open(WHOSE, sealed)?),
        (None, Some(person)) => people::name_of(c, house, person)?,
        (None, None) => None,
    };
    let carrier = kept.carrier_sealed.as_ref().map(|sealed| open(CARRIER, sealed)).transpose()?;
    let phone = kept.person.map(|person| people::phone_of(c, house, person)).transpose()?.flatten();
    let matter = errands::matters_ever(c, station.id)?.into_iter().find(|m| m.id == kept.matter);
    let papers = errands::papers_of(c, station.id, kept.matter, kept.version)?;
    let papers = papers.into_iter().enumerate().map(|(n, paper)| (paper, kept.papers.contains(&n))).collect();
    Ok(Seen { kept, matter, papers, name, phone, carrier })
}

pub fn one(c: &mut Conn, house: &House, station: &Station, id: ReceiptId) -> Result<(Seen, Vec<Made>), Fault> {
    let kept = store::by_id(c, station.id, id)?;
    Ok((seen(c, house, station, kept)?, store::steps_of(c, station.id, id)?))
}

/// All that are at the desk: those that somebody works on, then what waits for its owner.
pub fn standing(c: &mut Conn, house: &House, station: &Station) -> Result<Vec<Seen>, Fault> {
    let mut all = store::standing(c, station.id, MOST)?;
    all.sort_by_key(|kept| matches!(kept.state, State::Ready | State::NeedsMore));
    all.into_iter().map(|kept| seen(c, house, station, kept)).collect()
}
