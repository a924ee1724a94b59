//! What the desk reads: reservations with who they are, days, openings to come, changes with who made them.
use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::SeriesId;
use crate::answers::{self, Receipt};
use crate::rules::{self, Atom, Favoured, Name, Policy, Span, State, Venue, VenueId, Window};
use crate::series;
use crate::series::answers::Listed;
use crate::series::store::{Holder, Series};
use crate::store::{self, Reservation};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::event::{self, By, Event};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use people::{PersonId, Phone, StaffId};
use stations::Station;

/// Somebody, as the desk may know them.
#[derive(Debug, Clone, Default)]
pub struct Guest {
    pub name: Option<String>,
    pub phone: Option<Phone>,
}

/// A reservation and whose it is.
#[derive(Debug, Clone)]
pub struct Seen {
    pub receipt: Receipt,
    pub guest: Guest,
    /// The series that it is a date of; known on the pages of a day.
    pub series: Option<SeriesId>,
}

/// Adds who it is. Only pages and answers that name [`stations::AtDesk`] may call this.
pub fn with_guests(c: &mut Conn, house: &House, receipts: Vec<Receipt>) -> Result<Vec<Seen>, Fault> {
    receipts
        .into_iter()
        .map(|receipt| Ok(Seen { guest: guest(c, house, &receipt.reservation)?, receipt, series: None }))
        .collect()
}

/// Whoever did not come is known to themselves and to the manager. A clerk sees who it was for as long as the day lasts, because
/// people who are late ask; after that, only that nobody came, with `instead` for whoever it was.
pub fn without_no_shows(mut all: Vec<Seen>, now: Timestamp, station: &Station, instead: &Guest) -> Vec<Seen> {
    let date = |at: Timestamp| at.to_zoned_datetime(station.zone.clone()).date();
    for seen in &mut all {
        let r = &seen.receipt;
        if r.state == State::Released && date(r.reservation.span.from) < date(now) {
            // Where nobody said who it was, nothing is kept back.
            if seen.guest.name.is_some() || seen.guest.phone.is_some() {
                seen.guest = instead.clone();
            }
            // A series says whose it is.
            seen.series = None;
        }
    }
    all
}

/// The name that a clerk typed for this reservation goes before what the person is called otherwise.
fn guest(c: &mut Conn, house: &House, r: &Reservation) -> Result<Guest, Fault> {
    guest_of(c, house, r.person, r.guest_sealed.as_deref())
}

/// The same for whoever has no reservation, but a place in line or a series.
pub fn guest_of(c: &mut Conn, house: &House, person: Option<PersonId>, typed: Option<&[u8]>) -> Result<Guest, Fault> {
    let typed = typed.map(|s| house.keys.open(crate::acts::GUEST, s).map_err(Fault::broken)).transpose()?;
    let Some(person) = person else { return Ok(Guest { name: typed, phone: None }) };
    let name = match typed {
        Some(name) => Some(name),
        None => people::name_of(c, house, person)?,
    };
    Ok(Guest { name, phone: people::phone_of(c, house, person)? })
}

/// Who holds a series: a person as the desk may know them, or the office, or what the club's series is called.
pub fn holder(c: &mut Conn, house: &House, station: &Station, v: &View, series: &Series) -> Result<Guest, Fault> {
    match &series.holder {
        Holder::Person(person) => guest_of(c, house, Some(*person), None),
        Holder::Named { person, guest_sealed } => guest_of(c, house, *person, Some(guest_sealed)),
        Holder::Owner(id) => {
            let owner = stations::owners(c, station.id)?.into_iter().find(|o| o.id == *id);
            Ok(Guest { name: owner.map(|o| o.name(v).to_owned()), phone: None })
        }
        Holder::Club(_) => Ok(Guest { name: Some(series.title.clone()), phone: None }),
    }
}

/// A running series and who holds it.
#[derive(Debug, Clone)]
pub struct Held {
    pub listed: Listed,
    pub guest: Guest,
}

pub fn running(c: &mut Conn, house: &House, station: &Station, v: &View, now: Timestamp) -> Result<Vec<Held>, Fault> {
    let all = series::answers::running(c, station, now)?;
    let one = |listed: Listed| Ok(Held { guest: holder(c, house, station, v, &listed.series)?, listed });
    all.into_iter().map(one).collect()
}

/// Requests that wait, with who asks.
pub fn requests(c: &mut Conn, house: &House, station: &Station, now: Timestamp) -> Result<Vec<Seen>, Fault> {
    let receipts = answers::requests(c, station, now)?;
    with_guests(c, house, receipts)
}

/// One day of a station, or of one of its venues.
#[derive(Debug, Clone)]
pub struct Day {
    pub on: Date,
    pub venues: Vec<Venue>,
    pub all: Vec<Seen>,
    /// How many requests wait for a manager, on any day.
    pub waiting: usize,
    /// The venue that was asked for, drawn hour by hour.
    pub board: Option<Board>,
}

/// A venue on one day.
#[derive(Debug, Clone)]
pub struct Board {
    pub venue: Venue,
    pub atoms: Vec<Atom>,
    pub open: Vec<Span>,
    /// The slug of what one books there first of all.
    pub offering: Option<String>,
}

pub fn day(
    c: &mut Conn,
    house: &House,
    station: &Station,
    v: &View,
    (on, venue): (Date, Option<VenueId>),
    now: Timestamp,
) -> Result<Day, Fault> {
    let catalogue = answers::catalogue(c, station)?;
    let mut receipts = answers::agenda(c, station, on, now)?;
    let board = match venue {
        Some(id) => {
            receipts.retain(|r| r.venue.id == id);
            let near = store::nearby(c, house, station, id, &rules::days(&station.zone, on, 1), (now, None))?;
            let offering = catalogue.offerings_of(id).next().map(|o| o.slug.clone());
            Some(Board { venue: near.venue, atoms: near.atoms, open: near.open, offering })
        }
        None => None,
    };
    let waiting = answers::requests(c, station, now)?.len();
    let mut all = with_guests(c, house, receipts)?;
    with_series(c, house, station, (v, on), &mut all)?;
    Ok(Day { on, venues: catalogue.venues, all, waiting, board })
}

/// Marks the dates of series on a day; who has no name of their own goes by the holder's.
fn with_series(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (v, on): (&View, Date),
    all: &mut [Seen],
) -> Result<(), Fault> {
    let of = series::store::of_reservations(c, station.id, &rules::days(&station.zone, on, 1))?;
    for seen in all {
        seen.series = of.get(&seen.receipt.reservation.id).copied();
        let nameless = seen.guest.name.is_none() && seen.guest.phone.is_none();
        if let Some(id) = seen.series.filter(|_| nameless) {
            let series = series::store::by_id(c, station.id, id)?;
            seen.guest = holder(c, house, station, v, &series)?;
        }
    }
    Ok(())
}

/// When `venue` is open on the `days` days from today on.
pub fn openings_ahead(
    c: &mut Conn,
    house: &House,
    station: &Station,
    venue: &Venue,
    days: i32,
) -> Result<Vec<(Date, Vec<Span>)>, Fault> {
    let today = house.now().to_zoned_datetime(station.zone.clone()).date();
    let window = rules::days(&station.zone, today, days);
    let layers = store::layers_between(c, station.id, &window)?;
    let open = store::open_in(house, station, venue, &layers, &window)?;
    let on_day = |n: i32| {
        let on = today.saturating_add(jiff::Span::new().days(n));
        let day = rules::days(&station.zone, on, 1);
        (on, open.iter().filter(|s| day.contains(s.from) || s.from < day.from && s.until > day.from).copied().collect())
    };
    Ok((0..days).map(on_day).collect())
}

/// The days from today on, of the next `days`, on which a priority window with these hours is.
pub fn window_ahead(house: &House, station: &Station, hours: &str, days: i32) -> Result<Vec<(Date, Vec<Span>)>, Fault> {
    let today = house.now().to_zoned_datetime(station.zone.clone()).date();
    let window = Window { hours: hours.to_owned(), whom: Favoured::Elderly, reason: Name::default(), to_all: 0 };
    let policy = Policy { windows: vec![window], ..Policy::default() };
    let found = store::priorities(house, station, &policy, &rules::days(&station.zone, today, days))?;
    let spans: Vec<Span> = found.into_iter().flat_map(|p| p.spans).collect();
    let on_day = |n: i32| {
        let on = today.saturating_add(jiff::Span::new().days(n));
        let day = rules::days(&station.zone, on, 1);
        let of_day: Vec<Span> = spans.iter().filter(|s| s.overlaps(&day)).copied().collect();
        (!of_day.is_empty()).then_some((on, of_day))
    };
    Ok((0..days).filter_map(on_day).collect())
}

/// A change with the name of the member of staff who made it. Residents are not named.
#[derive(Debug, Clone)]
pub struct Change {
    pub event: Event,
    pub staff: Option<String>,
    pub venue: Option<rules::Name>,
}

/// The newest `most` changes before number `before`.
pub fn changes(c: &mut Conn, station: &Arc<Station>, before: i64, most: i64) -> Result<Vec<Change>, Fault> {
    let events = event::latest(c, station.id, before, most)?;
    let catalogue = answers::catalogue(c, station)?;
    let mut names: HashMap<Id, Option<String>> = HashMap::new();
    events
        .into_iter()
        .map(|event| {
            let staff = match event.by {
                By::Staff(id) => staff_name(c, &mut names, id)?,
                By::Program | By::Resident => None,
            };
            let venue = venue_of(&event).and_then(|id| catalogue.venue(id)).map(|v| v.name.clone());
            Ok(Change { event, staff, venue })
        })
        .collect()
}

fn staff_name(c: &mut Conn, names: &mut HashMap<Id, Option<String>>, id: Id) -> Result<Option<String>, Fault> {
    if let Some(known) = names.get(&id) {
        return Ok(known.clone());
    }
    let name = people::staff_name(c, StaffId(id))?;
    names.insert(id, name.clone());
    Ok(name)
}

/// The venue that an event is about: its data says so, or its subject is one.
fn venue_of(event: &Event) -> Option<VenueId> {
    let told = event.data.get("venue").and_then(serde_json::Value::as_i64).and_then(|n| VenueId::try_from(n).ok());
    told.or_else(|| event.kind.starts_with("venue.").then(|| event.subject.parse().ok()).flatten())
}

/// The day that was asked for, or today. Days beyond a few years are nobody's and would only strain the calendar.
pub fn day_asked(asked: Option<&str>, station: &Station, now: Timestamp) -> Date {
    let today = now.to_zoned_datetime(station.zone.clone()).date();
    let near = |on: &Date| (*on - today).get_days().abs() <= MOST_DAYS;
    asked.and_then(|text| text.trim().parse().ok()).filter(near).unwrap_or(today)
}

const MOST_DAYS: i32 = 366 * 3;
