//! Asking to be in, being let in, leaving.
use std::sync::Arc;

use jiff::Timestamp;

use crate::ClubId;
use crate::acts::Actor;
use crate::clubs::answers::CHILD;
use crate::clubs::rules::{self, Entry, NoClub};
use crate::clubs::store::{self, Member, NewMember};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{Name, PersonId};
use stations::Station;

use super::load::{Held, held, led, record};
use super::tell::{self, News};

/// Who asks: somebody for themselves, or for a child of theirs.
#[derive(Debug, Clone)]
pub struct Coming {
    pub person: PersonId,
    pub entry: Entry,
    /// What a child is called; what somebody wants to be called who never said.
    pub name: Option<Name>,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Joined {
    /// The leader decides.
    Asks,
    In,
}

impl Joined {
    fn of(is_in: bool) -> Joined {
        if is_in { Joined::In } else { Joined::Asks }
    }
}

/// Asks to be in. Somebody who is or asks already hears so: asking twice is asking once.
pub async fn join(
    house: &House,
    station: &Arc<Station>,
    (id, coming): (ClubId, Coming),
    once: Option<Once>,
) -> Result<Joined, Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work =
        move |c: &mut Conn| only_once(c, station.id, once.as_ref(), now, |c| keep(c, &h, &station, (id, &coming), now));
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (id, coming): (ClubId, &Coming),
    now: Timestamp,
) -> Result<Joined, Not<NoClub>> {
    let held = held(c, station, id)?;
    if let Some(own) = held.own(coming.person).filter(|_| coming.entry == Entry::Oneself) {
        return Ok(Joined::of(own.is_in));
    }
    let is_in = rules::join(&held.rule(), coming.person, coming.entry)?;
    people::hold(c, coming.person)?;
    let name_sealed = match (coming.entry, &coming.name) {
        (Entry::Child(_), name) => {
            let name = name.as_ref().ok_or_else(|| Fault::broken("a child without a name"))?;
            Some(house.keys.seal(CHILD, name.as_str(), &house.chance))
        }
        (Entry::Oneself, Some(name)) => {
            people::name_if_unnamed(c, house, coming.person, name)?;
            None
        }
        (Entry::Oneself, None) => None,
    };
    let new = NewMember {
        id: house.new_id(),
        person: coming.person,
        name_sealed: name_sealed.as_deref(),
        entry: coming.entry,
        is_in,
        now,
    };
    store::insert_member(c, station.id, id, &new)?;
    if !is_in {
        tell_leader(c, house, station, &held, now)?;
    }
    let kind = if is_in { "club.joined" } else { "club.asked" };
    record(c, station, (now, By::Resident), kind, id)?;
    Ok(Joined::of(is_in))
}

/// At most once a day, however many ask.
fn tell_leader(c: &mut Conn, house: &House, station: &Station, held: &Held, now: Timestamp) -> Result<(), Fault> {
    let today = now.to_zoned_datetime(station.zone.clone()).date();
    let Some(leader) = held.club.leader else { return Ok(()) };
    if store::tell_once_a_day(c, station.id, held.club.id, today)? {
        tell::people(c, house, station, &[leader], (&held.club.name, News::Asked))?;
    }
    Ok(())
}

/// Those who ask to be in.
pub async fn asking(house: &House, station: &Arc<Station>, id: ClubId) -> Result<Vec<rules::Member>, Fault> {
    let station = station.id;
    let all = house.db.read(move |c| store::of_club(c, station, id)).await?;
    Ok(all.iter().filter(|m| !m.is_in).map(Member::rule).collect())
}

/// The leader or staff let somebody in. Doing it twice is fine.
pub async fn admit(
    house: &House,
    station: &Arc<Station>,
    (id, member, actor): (ClubId, Id, Actor),
) -> Result<(), Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let held = led(c, &station, id, actor)?;
        let member = held.member(member)?;
        rules::admit(&held.rule())?;
        if member.is_in {
            return Ok(());
        }
        store::let_in(c, station.id, id, member.id)?;
        tell::people(c, &h, &station, &[member.person], (&held.club.name, News::Admitted))?;
        Ok(record(c, &station, (now, actor.by()), "club.joined", id)?)
    };
    house.db.write(work).await
}

/// The leader or staff decline somebody, or send a member away. Doing it twice is fine.
pub async fn remove(
    house: &House,
    station: &Arc<Station>,
    (id, member, actor): (ClubId, Id, Actor),
) -> Result<(), Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let held = led(c, &station, id, actor)?;
        let Ok(member) = held.member(member) else { return Ok(()) };
        rules::leave(&held.rule(), &member.rule())?;
        go(c, &station, &held, member)?;
        tell::people(c, &h, &station, &[member.person], (&held.club.name, News::NotIn))?;
        Ok(record(c, &station, (now, actor.by()), "club.left", id)?)
    };
    house.db.write(work).await
}

/// Somebody leaves with all that they entered, or takes one entry of theirs back. Doing it twice is fine.
pub async fn leave(
    house: &House,
    station: &Arc<Station>,
    (id, member): (ClubId, Option<Id>),
    person: PersonId,
) -> Result<(), Not<NoClub>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let held = held(c, &station, id)?;
        let theirs = held.members.iter().filter(|m| m.person == person);
        let going: Vec<&Member> = theirs.filter(|m| member.is_none_or(|id| id == m.id)).collect();
        for member in &going {
            rules::leave(&held.rule(), &member.rule())?;
            go(c, &station, &held, member)?;
        }
        if going.is_empty() {
            return Ok(());
        }
        Ok(record(c, &station, (now, By::Resident), "club.left", id)?)
    };
    house.db.write(work).await
}

/// Takes a member out; whoever goes is not asked to lead any more.
fn go(c: &mut Conn, station: &Station, held: &Held, member: &Member) -> Result<(), Fault> {
    store::remove(c, station.id, held.club.id, member.id)?;
    if held.club.heir == Some(member.person) && !member.is_child() {
        store::set_heir(c, station.id, held.club.id, None)?;
    }
    Ok(())
}
