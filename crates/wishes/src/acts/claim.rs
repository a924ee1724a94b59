//! Somebody takes a wish on, or gives it back. Whoever is first has it: the person is held, then the wish, and the key of the row lets
//! nobody else in.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{Name, PersonId, Phone, StaffAt, StaffId};
use serde::{Deserialize, Serialize};
use stations::Station;

use super::doing::{day_of, moved, record, returned};
use super::tell;
use crate::answers::fresh_id;
use crate::rules::{
    self, CONTACT_ADDS, Claim, ClaimFacts, KEPT_AFTER_THE_END, Move, NoClaim, NoWish, State, Wish, next, stands,
};
use crate::store::{claims, people as whose, wishes};
use crate::{CallId, ClaimId, WishId};

/// A wish that somebody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claimed {
    pub claim: ClaimId,
    /// Then it goes back to the others.
    pub until: Timestamp,
}

/// Somebody at the desk who would like to help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewClaimer {
    pub name: Name,
    pub phone: Option<Phone>,
}

/// A signed-in resident takes a wish on. What they cannot have is gone for them, whether somebody was faster or it never was there: the
/// difference would say what is not public.
pub async fn claim(
    house: &House,
    station: &Arc<Station>,
    id: WishId,
    person: PersonId,
    once: Option<Once>,
) -> Result<Claimed, Not<NoClaim>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            people::hold(c, person)?;
            let wish = match wishes::held(c, station.id, id) {
                Err(Fault::NotFound) => return Err(NoClaim::Gone.into()),
                held => held?,
            };
            match take(c, &h, &station, (wish, person), (By::Resident, now)) {
                Err(Not::Refused(NoClaim::NotOpen)) => Err(NoClaim::Gone.into()),
                taken => taken,
            }
        })
    };
    house.db.write(work).await
}

/// Somebody at the desk takes a wish on.
pub async fn claim_for(
    house: &House,
    station: &Arc<Station>,
    (id, new): (WishId, NewClaimer),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<Claimed, Not<NoClaim>> {
    let (h, station, now, who) = (house.clone(), station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let person = match &new.phone {
                Some(phone) => {
                    let person = people::person_by_phone(c, &h, phone)?;
                    people::name_if_unnamed(c, &h, person, &new.name)?;
                    person
                }
                None => people::person_by_name(c, &h, &new.name)?,
            };
            let wish = wishes::held(c, station.id, id)?;
            take(c, &h, &station, (wish, person), (By::Staff(who.0), now))
        })
    };
    house.db.write(work).await
}

/// Both are held.
fn take(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (wish, person): (Wish, PersonId),
    (by, now): (By, Timestamp),
) -> Result<Claimed, Not<NoClaim>> {
    let facts = ClaimFacts {
        state: stands(&wish, day_of(station, now)),
        holder: claims::of_wish(c, station.id, wish.id)?.and_then(|claim| claim.person),
        me: person,
        mine: claims::count_leased(c, person)?,
    };
    let until = rules::claim(&facts, now)?;
    people::keep_until(c, person, until + CONTACT_ADDS + KEPT_AFTER_THE_END)?;
    let claim = Claim {
        id: ClaimId(fresh_id(house)),
        call: CallId(fresh_id(house)),
        wish: wish.id,
        person: Some(person),
        claimed_at: now,
        until,
        contacted_at: None,
        delivered_at: None,
        place: String::new(),
        reminded: false,
        told: false,
    };
    match claims::insert(c, station.id, &claim) {
        // The key let somebody in who was not held: the later one runs again and finds them.
        Err(Fault::AlreadyThere(what)) => return Err(Fault::Clash(what).into()),
        inserted => inserted?,
    }
    moved(c, station.id, wish, (State::Claimed, now))?;
    record(c, station.id, (claim.wish, "wish.claimed"), (by, now))?;
    Ok(Claimed { claim: claim.id, until })
}

/// Who gives a wish back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Whoever has it.
    Person(PersonId),
    /// Somebody of staff, on their word: also what was brought already and is taken home again.
    Staff(StaffId),
}

/// It waits for the others again. Somebody else's claim is not there, nor is one that is over.
pub async fn give_up(
    house: &House,
    station: &Arc<Station>,
    id: ClaimId,
    who: Who,
    once: Option<Once>,
) -> Result<(), Not<NoWish>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let held = held(c, &station, id)?;
            put_back(c, &h, &station, held, (who, now))
        })
    };
    house.db.write(work).await
}

/// A claim and its wish, held.
fn held(c: &mut Conn, station: &Station, id: ClaimId) -> Result<(Wish, Claim), Fault> {
    let about = claims::wish_of(c, station.id, id)?;
    let wish = wishes::held(c, station.id, about)?;
    // Somebody else may have it since.
    let claim = claims::of_wish(c, station.id, about)?.filter(|claim| claim.id == id);
    Ok((wish, claim.ok_or(Fault::NotFound)?))
}

fn put_back(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (wish, claim): (Wish, Claim),
    (who, now): (Who, Timestamp),
) -> Result<(), Not<NoWish>> {
    let (by, by_staff) = match who {
        Who::Person(person) if claim.person != Some(person) => return Err(Fault::NotFound.into()),
        Who::Person(_) => (By::Resident, false),
        Who::Staff(staff) => (By::Staff(staff.0), true),
    };
    next(wish.state, Move::GiveUp { by_staff })?;
    // Nothing lies there any more for whoever wished.
    if let Some(kept) = whose::of_wish(c, station.id, wish.id)? {
        tell::forget(c, house, station, (wish.id, &kept))?;
    }
    tell::forget_reminder(c, house, station, &claim)?;
    returned(c, house, station, wish, now)?;
    Ok(record(c, station.id, (claim.wish, "wish.given-up"), (by, now))?)
}
