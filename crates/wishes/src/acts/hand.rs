//! From a claim to the hand-over: the coordinator speaks to both, the thing is brought, whoever wished is told, and fetches it with six
//! digits. The two never meet.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffAt;
use stations::Station;

use super::doing::{count, held_by, moved, record};
use super::once::{Sealed, counted};
use super::tell;
use crate::answers::code_hash;
use crate::rules::{self, CONTACT_ADDS, Claim, Move, NoHandover, NoWish, State, next};
use crate::store::{claims, people as whose, wishes};
use crate::{CallId, WishId};

fn claim_of(c: &mut Conn, station: &Station, id: WishId) -> Result<Claim, Fault> {
    claims::of_wish(c, station.id, id)?.ok_or_else(|| Fault::broken(format!("nobody has wish {id}, which is taken")))
}

/// Whoever looks after it has spoken to both: a week more.
pub async fn contacted(
    house: &House,
    station: &Arc<Station>,
    id: WishId,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoWish>> {
    let (h, station, now, staff) = (house.clone(), station.clone(), house.now(), staff.clone());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let wish = held_by(c, station.id, id, &staff)?;
            let state = next(wish.state, Move::Contact)?;
            let claim = claim_of(c, &station, id)?;
            tell::forget_reminder(c, &h, &station, &claim)?;
            let until = claim.until + CONTACT_ADDS;
            claims::set(c, station.id, &Claim { until, contacted_at: Some(now), reminded: false, ..claim })?;
            moved(c, station.id, wish, (state, now))?;
            record(c, station.id, (id, "wish.contacted"), (By::Staff(staff.id.0), now))?;
            Ok::<_, Not<NoWish>>(())
        })
    };
    house.db.write(work).await
}

/// The thing was brought and lies at `place`. Whoever wished it is told, by a message or by a clerk.
pub async fn deliver(
    house: &House,
    station: &Arc<Station>,
    (id, place): (WishId, String),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoWish>> {
    let (h, station, now, who) = (house.clone(), station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let wish = wishes::held(c, station.id, id)?;
            let state = next(wish.state, Move::Deliver)?;
            let claim = claim_of(c, &station, id)?;
            tell::forget_reminder(c, &h, &station, &claim)?;
            let told = match whose::of_wish(c, station.id, id)? {
                Some(kept) => tell::arrived(c, &h, &station, (&kept, wish.draft.kind), now)?,
                None => false,
            };
            claims::set(c, station.id, &Claim { delivered_at: Some(now), place: place.clone(), told, ..claim })?;
            moved(c, station.id, wish, (state, now))?;
            record(c, station.id, (id, "wish.delivered"), (By::Staff(who.0), now))?;
            Ok::<_, Not<NoWish>>(())
        })
    };
    house.db.write(work).await
}

/// A clerk has told whoever wished it that it is there. Twice is once.
pub async fn told(
    house: &House,
    station: &Arc<Station>,
    id: WishId,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoWish>> {
    let (station, now, who) = (station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let wish = wishes::held(c, station.id, id)?;
            if wish.state != State::Delivered {
                return Err(NoWish::NotNow(wish.state).into());
            }
            Ok::<_, Not<NoWish>>(noted(c, &station, id, (By::Staff(who.0), now))?)
        })
    };
    house.db.write(work).await
}

/// The same by the call list, which knows no wish. Whoever has fetched it meanwhile needs no call: there is nothing to note.
pub async fn called(
    house: &House,
    station: &Arc<Station>,
    call: CallId,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Fault> {
    let (station, now, who) = (station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let id = claims::wish_to_call(c, station.id, call)?;
            match wishes::held(c, station.id, id)?.state {
                State::Delivered => noted(c, &station, id, (By::Staff(who.0), now)),
                _ => Ok::<_, Fault>(()),
            }
        })
    };
    house.db.write(work).await
}

/// The wish is held.
fn noted(c: &mut Conn, station: &Station, id: WishId, (by, now): (By, Timestamp)) -> Result<(), Fault> {
    let claim = claim_of(c, station, id)?;
    if claim.told {
        return Ok(());
    }
    claims::set(c, station.id, &Claim { told: true, ..claim })?;
    record(c, station.id, (id, "wish.told"), (by, now))
}

/// Whoever has the six digits of the slip gets the thing. A wrong code is counted, whatever becomes of it.
pub async fn hand_over(
    house: &House,
    station: &Arc<Station>,
    (id, code): (WishId, String),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoHandover>> {
    let (h, station, now, who) = (house.clone(), station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        counted(c, |c| {
            only_once(c, station.id, once.as_ref(), now, |c| {
                let wish = wishes::held(c, station.id, id)?;
                let kept = whose::of_wish(c, station.id, id)?.ok_or(NoHandover::NotThere)?;
                // Both are keyed hashes: how long the comparison takes says nothing about the digits.
                let right = kept.code_hash == code_hash(&h, id, code.trim());
                let judged = rules::hand_over(wish.state, kept.code_tries, right);
                if matches!(judged, Err(NoHandover::WrongCode { .. })) {
                    whose::count_try(c, station.id, id)?;
                }
                judged?;
                moved(c, station.id, wish, (State::Fulfilled, now))?;
                tell::forget(c, &h, &station, (id, &kept))?;
                count(c, &h, &station, "wish.fulfilled", now)?;
                record(c, station.id, (id, "wish.handed-over"), (By::Staff(who.0), now))?;
                Ok::<_, Not<NoHandover>>(())
            })
        })
    };
    house.db.write(work).await?.map_err(Not::Refused)
}

/// A fresh code for a slip that was lost, or after too many wrong ones; the old one opens nothing any more.
pub async fn new_code(
    house: &House,
    station: &Arc<Station>,
    id: WishId,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<String, Not<NoWish>> {
    let (h, station, now, staff) = (house.clone(), station.clone(), house.now(), staff.clone());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let wish = held_by(c, station.id, id, &staff)?;
            if wish.state.has_ended() {
                return Err(NoWish::NotNow(wish.state).into());
            }
            let code = rules::code(&h.chance);
            whose::set_code(c, station.id, id, &code_hash(&h, id, &code))?;
            record(c, station.id, (id, "wish.code-made"), (By::Staff(staff.id.0), now))?;
            Ok::<_, Not<NoWish>>(Sealed::of(&h, &code))
        })
    };
    let code = house.db.write(work).await?;
    Ok(code.open(house)?)
}
