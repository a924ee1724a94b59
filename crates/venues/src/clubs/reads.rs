//! What the pages show, gathered in one read each.
use std::sync::Arc;

use super::acts::is_led;
use super::answers::{self, Is, Listed, Named, Seen};
use super::store::{self, Member, Notice};
use crate::ClubId;
use crate::acts::Actor;
use crate::rules::{Offering, Venue, Who};
use crate::series::answers::Look;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use stations::Station;

/// A club for somebody who looks at it.
#[derive(Debug, Clone)]
pub struct Page {
    pub seen: Seen,
    pub viewer: Option<PersonId>,
    pub is: Is,
    /// The viewer is asked to lead it.
    pub is_heir: bool,
    /// The viewer's own entries: themselves and their children, each with the name of a child.
    pub own: Vec<(Member, Option<String>)>,
    /// Only for members.
    pub notices: Vec<Notice>,
    /// The viewer never said what they are called.
    pub unnamed: bool,
}

pub async fn page(house: &House, station: &Arc<Station>, id: ClubId, viewer: Option<PersonId>) -> Result<Page, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let seen = answers::one(c, &h, &station, id, now)?;
        let members = store::of_club(c, station.id, id)?;
        let is = answers::is(&seen.club, &members, viewer);
        let mut own = vec![];
        for member in members.into_iter().filter(|m| Some(m.person) == viewer) {
            let name = if member.is_child() { answers::name_of(c, &h, &member)? } else { None };
            own.push((member, name));
        }
        let told = matches!(is, Is::Member | Is::Leader);
        let notices = if told { answers::notices(c, &station, id)? } else { vec![] };
        let is_heir = viewer.is_some() && seen.club.heir == viewer;
        Ok(Page { seen, viewer, is, is_heir, own, notices, unnamed: unnamed(c, &h, viewer)? })
    };
    house.db.snapshot(read).await
}

fn unnamed(c: &mut Conn, house: &House, viewer: Option<PersonId>) -> Result<bool, Fault> {
    match viewer {
        Some(person) => Ok(people::name_of(c, house, person)?.is_none()),
        None => Ok(false),
    }
}

/// Whether somebody never said what they are called.
pub async fn is_unnamed(house: &House, person: PersonId) -> Result<bool, Fault> {
    let h = house.clone();
    house.db.read(move |c| unnamed(c, &h, Some(person))).await
}

/// Clubs that everybody may read of.
pub async fn listed(house: &House, station: &Arc<Station>) -> Result<Vec<Listed>, Fault> {
    let (station, now) = (station.clone(), house.now());
    let mut all = house.db.snapshot(move |c| answers::listed(c, &station, now)).await?;
    all.retain(|l| !l.is_hidden());
    Ok(all)
}

/// A club for whoever decides about it.
#[derive(Debug, Clone)]
pub struct Led {
    pub seen: Seen,
    pub members: Vec<Named>,
    pub notices: Vec<Notice>,
}

/// To everybody but its leader and staff it is not there.
pub async fn led(house: &House, station: &Arc<Station>, id: ClubId, actor: Actor) -> Result<Led, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let seen = answers::one(c, &h, &station, id, now)?;
        if !is_led(&seen.club, actor) {
            return Err(Fault::NotFound);
        }
        let members = answers::named(c, &h, &station, id)?;
        Ok(Led { seen, members, notices: answers::notices(c, &station, id)? })
    };
    house.db.snapshot(read).await
}

impl Led {
    /// One of its series.
    pub fn series(&self, id: crate::SeriesId) -> Result<&Look, Fault> {
        self.seen.series.iter().find(|l| l.series.id == id).ok_or(Fault::NotFound)
    }
}

/// What a club may meet in: for its leader, where people may make series of their own; for staff, everything.
pub async fn places(house: &House, station: &Arc<Station>, actor: Actor) -> Result<Vec<(Venue, Offering)>, Fault> {
    let station = station.clone();
    let read = move |c: &mut Conn| {
        let catalogue = crate::answers::catalogue(c, &station)?;
        let may = |o: &&Offering| actor.is_staff() || (o.policy.who == Who::Anyone && o.policy.series_own.is_some());
        let some = catalogue.offerings.iter().filter(may);
        Ok::<_, Fault>(some.filter_map(|o| Some((catalogue.venue(o.venue)?.clone(), o.clone()))).collect())
    };
    house.db.read(read).await
}
