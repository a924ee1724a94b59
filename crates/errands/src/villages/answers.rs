//! What pages and programs ask: which days come, and whom an official meets. Reads only.
use jiff::Timestamp;

use crate::acts::NAME as TICKET_NAME;
use crate::answers;
use crate::rules::{Matter, Number, Paper, village};
use crate::store as errands;
use crate::village_days::rules::{self, Day, DayState, VisitState, Window};
use crate::village_days::store::{self, KeptDay, KeptVisit};
use crate::village_days::{VISITOR, VISITOR_PHONE, VillageDayId, still_goes};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::Phone;
use stations::Station;

/// So many coming days are shown; nobody plans more.
const MOST: i64 = 200;

/// A day with the names of all that it holds.
#[derive(Debug, Clone)]
pub struct Known {
    pub id: VillageDayId,
    pub day: Day,
    /// Who goes, by name.
    pub official: String,
    /// In the order of the route, as people say them.
    pub villages: Vec<(i64, String)>,
    pub matters: Vec<Matter>,
    /// Nobody has said since that the official is somewhere else.
    pub goes: bool,
}

impl Known {
    pub fn village(&self, code: i64) -> &str {
        self.villages.iter().find(|(c, _)| *c == code).map_or("", |(_, name)| name.as_str())
    }

    /// Whether somebody who asks now can be met, if there is room.
    pub fn takes_asks(&self, now: Timestamp, by_desk: bool) -> bool {
        self.goes && self.day.state == DayState::Planned && now < self.day.asks_until(by_desk)
    }
}

fn known(c: &mut Conn, station: &Station, (kept, matters): (KeptDay, &[Matter])) -> Result<Known, Fault> {
    let KeptDay { id, day } = kept;
    let official = store::official_name(c, station.id, day.official)?;
    let mut villages = vec![];
    for code in &day.villages {
        let name = stations::division(c, *code)?.map(|d| village(&d.name).to_owned());
        villages.push((*code, name.unwrap_or_else(|| code.to_string())));
    }
    let matters = matters.iter().filter(|m| day.matters.contains(&m.id)).cloned().collect();
    let goes = still_goes(c, station, &day)?;
    Ok(Known { id, day, official, villages, matters, goes })
}

/// The days that are not over, in their order.
pub fn coming(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Vec<Known>, Fault> {
    let matters = errands::matters(c, station.id)?;
    let today = answers::wall(station, now).date();
    let mut all = vec![];
    for kept in store::days_from(c, station.id, today, MOST)? {
        if kept.day.state == DayState::Planned && now < kept.day.until {
            all.push(known(c, station, (kept, &matters))?);
        }
    }
    all.retain(|known| known.goes);
    Ok(all)
}

/// The days of the last two weeks and all that come, for the desk.
pub fn of_the_desk(c: &mut Conn, station: &Station, now: Timestamp) -> Result<Vec<Known>, Fault> {
    let matters = errands::matters_ever(c, station.id)?;
    let since = answers::wall(station, now).date().saturating_sub(jiff::ToSpan::days(14));
    let all = store::days_from(c, station.id, since, MOST)?;
    all.into_iter().map(|kept| known(c, station, (kept, &matters))).collect()
}

pub fn day(c: &mut Conn, station: &Station, id: VillageDayId) -> Result<Known, Fault> {
    let (kept, matters) = (store::day(c, station.id, id)?, errands::matters_ever(c, station.id)?);
    known(c, station, (kept, &matters))
}

/// Somebody who is met, as the desk and the route sheet see them.
#[derive(Debug, Clone)]
pub struct Seen {
    pub visit: KeptVisit,
    /// How it stands now.
    pub state: VisitState,
    pub matter: Option<Matter>,
    /// What the checklist said that they saw.
    pub papers: Vec<Paper>,
    pub name: Option<String>,
    pub phone: Option<Phone>,
    /// Their number in the hall, if they were asked because of it.
    pub number: Option<Number>,
}

/// A visit with whose it is.
pub fn seen(c: &mut Conn, house: &House, station: &Station, visit: KeptVisit, now: Timestamp) -> Result<Seen, Fault> {
    let matter = errands::matters_ever(c, station.id)?.into_iter().find(|m| m.id == visit.matter);
    let papers = errands::papers_of(c, station.id, visit.matter, visit.version)?;
    let open = |purpose, sealed: &Vec<u8>| house.keys.open(purpose, sealed).map_err(Fault::broken);
    let typed = visit.name_sealed.as_ref().map(|sealed| open(VISITOR, sealed)).transpose()?;
    let name = match (typed, visit.person) {
        (None, Some(person)) => people::name_of(c, house, person)?,
        (typed, _) => typed,
    };
    let left = visit.phone_sealed.as_ref().map(|sealed| open(VISITOR_PHONE, sealed)).transpose()?;
    let phone = match (left, visit.person) {
        (Some(left), _) => Some(left.parse().map_err(|_| Fault::broken("a stored phone number is none"))?),
        (None, Some(person)) => people::phone_of(c, house, person)?,
        (None, None) => None,
    };
    let number = match visit.ticket {
        Some(ticket) => number(c, station, ticket)?,
        None => None,
    };
    Ok(Seen { state: visit.state_at(now), matter, papers, name, phone, number, visit })
}

fn number(c: &mut Conn, station: &Station, ticket: crate::TicketId) -> Result<Option<Number>, Fault> {
    let kept = errands::by_id(c, station.id, ticket)?;
    let line = errands::lines(c, station.id)?.into_iter().find(|l| l.id == kept.line);
    Ok(line.map(|line| Number { letter: line.letter, number: kept.number }))
}

/// The name that a clerk typed for a ticket, to be sealed anew for what comes of it.
pub fn typed_for(house: &House, ticket: &answers::Kept) -> Result<Option<String>, Fault> {
    let open = |sealed: &Vec<u8>| house.keys.open(TICKET_NAME, sealed).map_err(Fault::broken);
    ticket.name_sealed.as_ref().map(open).transpose()
}

/// A day with all that are met on it.
#[derive(Debug, Clone)]
pub struct Route {
    pub known: Known,
    /// In the order of the route: village by village, the office before homes.
    pub visits: Vec<Seen>,
    pub windows: Vec<Window>,
}

impl Route {
    /// Those on the sheet.
    pub fn promised(&self) -> impl Iterator<Item = &Seen> {
        self.visits.iter().filter(|s| matches!(s.state, VisitState::Accepted | VisitState::Done | VisitState::NotMet))
    }
}

pub fn route(c: &mut Conn, house: &House, station: &Station, id: VillageDayId, now: Timestamp) -> Result<Route, Fault> {
    let known = day(c, station, id)?;
    let mut visits = vec![];
    for visit in store::of_day(c, station.id, id)? {
        visits.push(seen(c, house, station, visit, now)?);
    }
    let place = |code: i64| known.day.villages.iter().position(|v| *v == code);
    visits.sort_by_key(|s| (place(s.visit.village), s.visit.takes.at_home, s.visit.made_at));
    let promised: Vec<_> = (visits.iter())
        .filter(|s| matches!(s.state, VisitState::Accepted | VisitState::Done | VisitState::NotMet))
        .map(|s| (s.visit.village, s.visit.takes))
        .collect();
    let windows = rules::windows(&known.day, &promised);
    Ok(Route { known, visits, windows })
}

/// The next days on which a matter is done in a village and there is room for it, the soonest first.
pub fn others(
    c: &mut Conn,
    station: &Station,
    (village, matter): (i64, &Matter),
    now: Timestamp,
) -> Result<Vec<Known>, Fault> {
    let takes = rules::Takes { minutes: matter.draft.minutes, at_home: false };
    let mut all = coming(c, station, now)?;
    all.retain(|k| {
        let there = k.day.villages.contains(&village) && k.day.matters.contains(&matter.id);
        there && k.takes_asks(now, false) && k.day.has_room(takes)
    });
    Ok(all)
}
