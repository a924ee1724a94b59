//! All wishes of a station, by what is to be done.
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::TimeZone;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, StaffAt, StaffId};
use stations::Station;

use super::cards::today;
use super::places::Places;
use super::types::{Held, Line};
use crate::WishId;
use crate::rules::{self, Appeal, Facts, Review, State, Wish, may};
use crate::store::{appeals, claims, people as whose, reviews, wishes, writers};

/// The names of staff, each asked for once.
#[derive(Default)]
pub(super) struct Names(BTreeMap<StaffId, String>);

impl Names {
    pub fn of(&mut self, c: &mut Conn, id: StaffId) -> Result<String, Fault> {
        if let Some(name) = self.0.get(&id) {
            return Ok(name.clone());
        }
        let name = people::staff_name(c, id)?.unwrap_or_default();
        self.0.insert(id, name.clone());
        Ok(name)
    }
}

pub(super) fn to_held(claim: rules::Claim) -> Held {
    Held {
        id: claim.id,
        claimed_at: claim.claimed_at,
        until: claim.until,
        contacted_at: claim.contacted_at,
        delivered_at: claim.delivered_at,
        place: claim.place,
        told: claim.told,
        known: None,
    }
}

/// Rows of a station, by their wish.
fn by_wish<T>(all: Vec<(WishId, T)>) -> BTreeMap<WishId, Vec<T>> {
    let mut sorted: BTreeMap<WishId, Vec<T>> = BTreeMap::new();
    for (id, one) in all {
        sorted.entry(id).or_default().push(one);
    }
    sorted
}

/// Whether somebody is still to decide it.
fn is_open(appeal: &Appeal, wish: &Wish) -> bool {
    appeal.decided.is_none() && appeal.version == wish.version && wish.state == State::Refused
}

/// Until when something is to be done, or since when it waits.
fn due(wish: &Wish, claim: Option<&rules::Claim>, zone: &TimeZone) -> Option<Timestamp> {
    let last_day = || {
        let day = wish.ends_on?.tomorrow().ok()?;
        zone.to_timestamp(day.to_datetime(Time::midnight())).ok()
    };
    match wish.state {
        State::Draft | State::Asked | State::Refused => Some(wish.changed_at),
        State::Claimed | State::Contacted => claim.map(|claim| claim.until),
        State::Delivered => claim.and_then(|claim| claim.delivered_at),
        State::Open | State::Overdue => last_day(),
        State::Fulfilled | State::Referred => None,
    }
}

/// All of them: what whoever reads is to do first, by when it is due; then what others are to do; at the end what is over.
pub fn desk(c: &mut Conn, house: &House, station: &Station, staff: &StaffAt) -> Result<Vec<Line>, Fault> {
    let places = Places::of(c, station, today(house, station))?;
    let reviews = by_wish(reviews::all(c, station.id)?);
    let appeals = by_wish(appeals::all(c, station.id)?);
    let writers = by_wish(writers::all(c, station.id)?);
    let held = claims::all(c, station.id)?;
    let mut claims: BTreeMap<WishId, rules::Claim> = held.into_iter().map(|claim| (claim.wish, claim)).collect();
    let (mut names, mut lines) = (Names::default(), vec![]);
    for wish in wishes::all(c, station.id)? {
        let person = whose::of_wish(c, station.id, wish.id)?;
        let hands = std::iter::once(wish.coordinator).chain(person.as_ref().map(|person| person.consent_by));
        let hands: Vec<StaffId> = hands.chain(writers.get(&wish.id).into_iter().flatten().copied()).collect();
        let reviews: &[Review] = reviews.get(&wish.id).map_or(&[], Vec::as_slice);
        let appeals: &[Appeal] = appeals.get(&wish.id).map_or(&[], Vec::as_slice);
        let claim = claims.remove(&wish.id);
        let facts = Facts {
            wish: &wish,
            me: staff.id,
            manager: staff.role >= Role::Manager,
            hands: &hands,
            reviews,
            appeals,
            known: person.is_some(),
            told: claim.as_ref().map(|claim| claim.told),
        };
        let may = may(&facts);
        lines.push(Line {
            village: places.name(wish.draft.village),
            coordinator: names.of(c, wish.coordinator)?,
            yes: reviews.iter().filter(|one| one.yes && one.version == wish.version).count(),
            appeal: appeals.iter().find(|one| is_open(one, &wish)).map(|one| one.id),
            due: due(&wish, claim.as_ref(), &station.zone),
            claim: claim.map(to_held),
            may,
            wish,
        });
    }
    lines.sort_by_key(|line| (line.wish.state.has_ended(), line.todo().is_none(), line.due, line.wish.id));
    Ok(lines)
}
