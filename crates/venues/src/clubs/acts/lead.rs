//! Leadership goes from one to another by the other's accepting.
use std::sync::Arc;

use jiff::Timestamp;

use crate::ClubId;
use crate::acts::Actor;
use crate::clubs::rules::{self, Entry, NoClub};
use crate::clubs::store::{self, NewMember};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::PersonId;
use stations::Station;

use super::load::{Held, held, is_led, led, record};
use super::tell::{self, News};

/// The leader or staff ask a member to lead. Whoever was asked before is asked no more. Doing it twice is fine.
pub async fn ask_to_lead(
    house: &House,
    station: &Arc<Station>,
    (id, member, actor): (ClubId, Id, Actor),
) -> Result<(), Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let held = led(c, &station, id, actor)?;
        let member = held.member(member)?;
        rules::ask_to_lead(&held.rule(), &member.rule())?;
        if held.club.heir == Some(member.person) {
            return Ok(());
        }
        people::hold(c, member.person)?;
        store::set_heir(c, station.id, id, Some(member.person))?;
        tell::people(c, &h, &station, &[member.person], (&held.club.name, News::Lead))?;
        Ok(record(c, &station, (now, actor.by()), "club.lead-offered", id)?)
    };
    house.db.write(work).await
}

/// Whoever is asked does not want to, or the leader or staff take it back. Doing it twice is fine.
pub async fn take_back(house: &House, station: &Arc<Station>, (id, actor): (ClubId, Actor)) -> Result<(), Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let held = held(c, &station, id)?;
        let asked = matches!(actor, Actor::Person(person) if held.club.heir == Some(person));
        let leads = is_led(&held.club, actor);
        let is_in = matches!(actor, Actor::Person(person) if held.own(person).is_some_and(|m| m.is_in));
        // Whoever has said no is not asked any more, and may say so again.
        if held.club.heir.is_none() && (leads || is_in) {
            return Ok(());
        }
        if !asked && !leads {
            return Err(Fault::NotFound.into());
        }
        store::set_heir(c, station.id, id, None)?;
        if asked {
            tell::people(c, &h, &station, held.club.leader.as_slice(), (&held.club.name, News::NotLed))?;
        }
        Ok(record(c, &station, (now, actor.by()), "club.lead-withdrawn", id)?)
    };
    house.db.write(work).await
}

/// Whoever is asked to lead does so from now on; who led is a member like others. Doing it twice is fine.
pub async fn lead(house: &House, station: &Arc<Station>, id: ClubId, person: PersonId) -> Result<(), Not<NoClub>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let held = held(c, &station, id)?;
        if held.club.leader == Some(person) {
            return Ok(());
        }
        // Held, so that two clubs taken over at once are counted one after the other.
        people::hold(c, person)?;
        rules::lead(&held.rule(), person, store::led_by(c, station.id, person)?)?;
        store::set_leader(c, station.id, id, person)?;
        enter(c, &h, &station, &held, (person, now))?;
        tell::people(c, &h, &station, held.club.leader.as_slice(), (&held.club.name, News::Led))?;
        Ok(record(c, &station, (now, By::Resident), "club.led", id)?)
    };
    house.db.write(work).await
}

/// Whoever leads is in.
fn enter(
    c: &mut Conn,
    house: &House,
    station: &Station,
    held: &Held,
    (person, now): (PersonId, Timestamp),
) -> Result<(), Fault> {
    match held.own(person) {
        Some(own) if own.is_in => Ok(()),
        Some(own) => store::let_in(c, station.id, held.club.id, own.id),
        None => {
            let id = house.new_id();
            let new = NewMember { id, person, name_sealed: None, entry: Entry::Oneself, is_in: true, now };
            store::insert_member(c, station.id, held.club.id, &new)
        }
    }
}
