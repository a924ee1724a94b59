//! What the pages and the API show, gathered in one read each.
use std::sync::Arc;

use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{CardId, Child, PersonId, Phone};
use stations::Station;

use super::SignupId;
use super::answers::{self, Guest, Known, Seen};
use super::rules::{Fit, Whom, fit};
use super::store;
use crate::OccurrenceId;

/// A remembered child, whether the activity is for its age, and the signup that it has.
#[derive(Debug, Clone)]
pub struct OfChild {
    pub child: Child,
    pub fit: Fit,
    pub signup: Option<Seen>,
}

/// What somebody sees who might sign up.
#[derive(Debug, Clone)]
pub struct Offer {
    pub known: Known,
    /// Whoever reads is signed in.
    pub person: Option<PersonId>,
    pub children: Vec<OfChild>,
    /// What they have that is no remembered child's.
    pub others: Vec<Seen>,
    /// How many wait.
    pub waiting: usize,
}

impl Offer {
    pub fn own_fit(&self) -> Fit {
        fit(&self.known.series.plan.ages, Whom::Oneself)
    }
}

pub async fn offer(
    house: &House,
    station: &Arc<Station>,
    id: OccurrenceId,
    person: Option<PersonId>,
) -> Result<Offer, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let known = answers::known(c, &station, id)?;
        let waiting = store::line(c, station.id, id)?.len();
        let Some(person) = person else {
            return Ok(Offer { known, person, children: vec![], others: vec![], waiting });
        };
        let mut theirs = vec![];
        for (at, signup) in store::all_theirs(c, person)? {
            // What somebody typed with their phone and has not proved is not theirs yet.
            let is_theirs = signup.code.is_none() && signup.state_at(now).stands();
            if at == station.id && signup.occurrence == id && is_theirs {
                theirs.push(answers::seen(c, &station, signup.id, now)?);
            }
        }
        let mut children = vec![];
        for child in people::children_of(c, &h, person)? {
            let of = theirs.iter().position(|seen| seen.signup.child == Some(child.id));
            let signup = of.map(|n| theirs.remove(n));
            children.push(OfChild { fit: fit(&known.series.plan.ages, Whom::Child(child.band)), child, signup });
        }
        Ok(Offer { known, person: Some(person), children, others: theirs, waiting })
    };
    house.db.snapshot(read).await
}

/// A time for which a household may sign up, and who of it has not.
#[derive(Debug, Clone)]
pub struct Open {
    pub seen: crate::answers::Seen,
    /// Remembered children for whose age it may be.
    pub children: Vec<Child>,
    /// Whoever is grown up.
    pub oneself: bool,
}

/// So many are shown: whoever wants to see more looks at what is on.
const MOST_OPEN: usize = 8;

/// What anybody of a household may sign up for now.
pub async fn open_for(house: &House, station: &Arc<Station>, person: PersonId) -> Result<Vec<Open>, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let children = people::children_of(c, &h, person)?;
        let mut theirs = store::theirs(c, person, now)?;
        theirs.retain(|(at, signup)| *at == station.id && signup.code.is_none() && signup.state_at(now).stands());
        let open = |seen: crate::answers::Seen| {
            let has = |child: Option<people::ChildId>, band: Option<people::Band>| {
                theirs.iter().any(|(_, s)| s.occurrence == seen.one.id && s.is_for(child, band))
            };
            let ages = &seen.series.plan.ages;
            let may = |child: &&Child| {
                fit(ages, Whom::Child(child.band)) != Fit::Not && !has(Some(child.id), Some(child.band))
            };
            let children: Vec<Child> = children.iter().filter(may).cloned().collect();
            let oneself = fit(ages, Whom::Oneself) == Fit::Fits && !has(None, None);
            Open { seen, children, oneself }
        };
        let for_somebody = |open: &Open| open.oneself || !open.children.is_empty();
        let all = crate::answers::open(c, &station, now)?;
        Ok(all.into_iter().map(open).filter(for_somebody).take(MOST_OPEN).collect())
    };
    house.db.snapshot(read).await
}

/// A signup as whoever has its address sees it.
#[derive(Debug, Clone)]
pub struct Mine {
    pub known: Known,
    pub seen: Seen,
    /// Only for the guardian, who is signed in.
    pub nickname: Option<String>,
    /// Where the code went that it waits for.
    pub phone: Option<Phone>,
}

pub async fn mine(
    house: &House,
    station: &Arc<Station>,
    id: SignupId,
    person: Option<PersonId>,
) -> Result<Mine, Fault> {
    let (h, station) = (house.clone(), station.clone());
    house.db.snapshot(move |c| one(c, &h, &station, id, person)).await
}

fn one(c: &mut Conn, house: &House, station: &Station, id: SignupId, person: Option<PersonId>) -> Result<Mine, Fault> {
    let now = house.now();
    let seen = answers::seen(c, station, id, now)?;
    let known = answers::known(c, station, seen.signup.occurrence)?;
    let theirs = person.is_some() && seen.signup.person == person;
    let nickname = if theirs { answers::nickname_of(c, house, &seen.signup)? } else { None };
    let phone = match seen.signup.person.filter(|_| seen.signup.awaits_code(now)) {
        Some(person) => people::phone_of(c, house, person)?,
        None => None,
    };
    Ok(Mine { known, seen, nickname, phone })
}

/// Somebody keeps seeing what was, so that they can say how it was.
const AFTERWARDS: SignedDuration = SignedDuration::from_hours(48);

/// What a person has at all stations, of times that are not long over.
pub async fn theirs(house: &House, person: PersonId) -> Result<Vec<(Arc<Station>, Mine)>, Fault> {
    let (h, now) = (house.clone(), house.now());
    let read = move |c: &mut Conn| {
        let mut all = vec![];
        for (at, signup) in store::theirs(c, person, now - AFTERWARDS)? {
            let station = Arc::new(stations::by_id(c, at)?);
            let found = one(c, &h, &station, signup.id, Some(person))?;
            if found.seen.state.stands() || found.seen.state == super::rules::State::CalledOff {
                all.push((station, found));
            }
        }
        Ok(all)
    };
    house.db.snapshot(read).await
}

/// A time with everybody who is signed up for it, for the desk.
#[derive(Debug, Clone)]
pub struct List {
    pub known: Known,
    /// By place.
    pub guests: Vec<Guest>,
}

pub async fn list(house: &House, station: &Arc<Station>, id: OccurrenceId) -> Result<List, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let known = answers::known(c, &station, id)?;
        let guests = answers::guests(c, &h, &station, id, now)?;
        Ok(List { known, guests })
    };
    house.db.snapshot(read).await
}

/// Whose household card this station issued, if it is good.
pub async fn household_of(house: &House, station: &Arc<Station>, card: CardId) -> Result<PersonId, Fault> {
    let (h, at, now) = (house.clone(), station.id, house.now());
    let found = house.db.snapshot(move |c: &mut Conn| people::household(c, &h, at, card)).await?;
    if found.card.is_good(now) { Ok(found.card.person) } else { Err(Fault::NotFound) }
}

/// Whose household card was scanned.
pub async fn household(house: &House, scanned: &str) -> Result<Option<PersonId>, Fault> {
    let (h, scanned) = (house.clone(), scanned.to_owned());
    let read = move |c: &mut Conn| Ok(people::scanned_card(c, &h, &scanned)?.map(|found| found.card.person));
    house.db.snapshot(read).await
}
