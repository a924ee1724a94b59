//! What is asked about paper. Reads only.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::answers::{self, Receipt};
use crate::desk::seen::{self, Seen};
use crate::paper::acts::Line;
use crate::paper::rules::{Outage, Place, of_offering};
use crate::paper::store::{self as own, Note};
use crate::rules::{
    Atom, Mode, Offering, OnPaper, Refusal, Span, State, Venue, VenueId, days, from_paper, paper_in_reach,
};
use crate::store::{self, Catalogue};
use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::View;
use stations::Station;

/// When the program was away, as far as somebody said so: the gaps of the figures. The earliest first.
pub fn outages_between(c: &mut Conn, station: &Station, window: &Span) -> Result<Vec<Outage>, Fault> {
    own::between(c, station.id, window)
}

/// All places that a line of the paper may name, in the order of the list.
pub fn places(catalogue: &Catalogue) -> Vec<Place> {
    catalogue.offerings.iter().flat_map(|o| of_offering(o, &catalogue.atoms_of(o.venue))).collect()
}

/// Who is in the place of a line, and what is free instead.
#[derive(Debug, Clone)]
pub struct Clash {
    pub offering: Offering,
    pub in_the_way: Vec<Seen>,
    /// Tables that were or are free at that time.
    pub free: Vec<Atom>,
}

/// What a line that was refused ran into; nobody, if its time is one that paper may not name.
pub fn clash(
    c: &mut Conn,
    house: &House,
    station: &Station,
    line: &Line,
    now: Timestamp,
) -> Result<Clash, Not<Refusal>> {
    let offering = answers::offering(c, station, &line.offering)?;
    let paper = &line.paper;
    if paper.place.is_some_and(|place| !offering.atoms.contains(&place)) {
        return Err(Fault::NotFound.into());
    }
    if paper_in_reach(now, &paper.span, &station.zone).is_err() {
        return Ok(Clash { offering, in_the_way: vec![], free: vec![] });
    }
    let facts = store::facts_seen(c, house, station, offering.clone(), &paper.span, None, now)?;
    let atoms = match paper.place {
        Some(place) => vec![place],
        None => offering.atoms.clone(),
    };
    let gap = if paper.happened(now) { 0 } else { offering.policy.before.max(offering.policy.after) };
    let window = paper.span.widened(SignedDuration::from_mins(gap.into()));
    let mut ids: Vec<_> = store::holders(c, station.id, &atoms, &window, now)?.into_iter().map(|(id, _)| id).collect();
    ids.sort_unstable();
    ids.dedup();
    let receipts: Vec<Receipt> =
        ids.into_iter().map(|id| answers::receipt(c, station, id, now)).collect::<Result<_, Fault>>()?;
    let in_the_way = seen::with_guests(c, house, receipts)?;
    let at = |atom: &&Atom| {
        let there = OnPaper { place: Some(atom.id), ..paper.clone() };
        from_paper(now, &there, &facts).is_ok()
    };
    let several = offering.mode == Mode::AnyOne && offering.atoms.len() > 1;
    let mine = facts.atoms.iter().filter(|a| several && offering.atoms.contains(&a.id));
    let free = mine.filter(at).cloned().collect();
    Ok(Clash { offering, in_the_way, free })
}

/// The list of a day, as it is printed.
#[derive(Debug, Clone)]
pub struct DayList {
    pub on: Date,
    pub rooms: Vec<RoomList>,
    /// The number of the station's last change: everything up to it is on the list.
    pub change: i64,
}

/// What stands on it for one room.
#[derive(Debug, Clone)]
pub struct RoomList {
    pub venue: Venue,
    pub open: Vec<Span>,
    pub places: Vec<Place>,
    /// Who has booked or is there, in the order of their starts; what was given back is not on it.
    pub all: Vec<Seen>,
}

/// One day of the station, or of one venue. Only pages that name [`stations::AtDesk`] may call this.
pub fn day_list(
    c: &mut Conn,
    house: &House,
    station: &Station,
    v: &View,
    (on, venue): (Date, Option<VenueId>),
    now: Timestamp,
) -> Result<DayList, Fault> {
    let change = event::last(c, station.id)?;
    let catalogue = store::catalogue(c, station.id)?;
    let day = seen::day(c, house, station, v, (on, venue), now)?;
    let window = days(&station.zone, on, 1);
    let layers = store::layers_between(c, station.id, &window)?;
    let mut rooms = vec![];
    for room in day.venues.into_iter().filter(|room| venue.is_none_or(|id| id == room.id)) {
        let gone = |s: &Seen| matches!(s.receipt.state, State::Cancelled | State::Expired | State::Released);
        let all = day.all.iter().filter(|s| s.receipt.venue.id == room.id && !gone(s)).cloned().collect();
        let atoms = catalogue.atoms_of(room.id);
        rooms.push(RoomList {
            open: store::open_in(house, station, &room, &layers, &window)?,
            places: catalogue.offerings_of(room.id).flat_map(|o| of_offering(o, &atoms)).collect(),
            all,
            venue: room,
        });
    }
    Ok(DayList { on, rooms, change })
}

/// How far back notes and outages are shown where they are made.
const SHOWN: SignedDuration = SignedDuration::from_hours(24 * 31);
/// How many notes at most.
const MOST: i64 = 50;

/// A note, with whose name stood there.
#[derive(Debug, Clone)]
pub struct Noted {
    pub note: Note,
    pub name: Option<String>,
}

/// What the page of paper shows beside its form.
#[derive(Debug, Clone)]
pub struct Lately {
    pub catalogue: Catalogue,
    pub outages: Vec<Outage>,
    pub notes: Vec<Noted>,
}

impl Lately {
    /// As of reservations (`seen::without_no_shows`): after its day a clerk reads that nobody came, with `instead` for whoever
    /// it was.
    pub fn without_no_shows(mut self, now: Timestamp, station: &Station, instead: Option<&str>) -> Lately {
        let date = |at: Timestamp| at.to_zoned_datetime(station.zone.clone()).date();
        for noted in &mut self.notes {
            let paper = &noted.note.paper;
            if noted.name.is_some() && !paper.came && date(paper.span.from) < date(now) {
                noted.name = instead.map(str::to_owned);
            }
        }
        self
    }
}

/// The outages and notes of the last month. Only pages and answers that name [`stations::AtDesk`] may call this.
pub fn lately(c: &mut Conn, house: &House, station: &Station, now: Timestamp) -> Result<Lately, Fault> {
    let window = Span { from: now - SHOWN, until: now };
    let mut notes = vec![];
    for note in own::made_since(c, station.id, window.from, MOST)? {
        notes.push(Noted { name: seen::guest_of(c, house, None, note.guest_sealed.as_deref())?.name, note });
    }
    Ok(Lately { catalogue: store::catalogue(c, station.id)?, outages: own::between(c, station.id, &window)?, notes })
}
