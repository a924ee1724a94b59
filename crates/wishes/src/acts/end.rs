//! How a wish ends otherwise: somebody else helps, or it is taken back and nothing of it is left.
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
use super::tell::{self, Told, tell};
use crate::WishId;
use crate::rules::{Move, NoWish, State, Wish, next};
use crate::store::{appeals, claims, people as whose, reviews, wishes, writers};

/// Its days are over, and somebody else helps: the civil affairs office, the disabled persons' federation.
pub async fn refer(
    house: &House,
    station: &Arc<Station>,
    (id, to): (WishId, String),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoWish>> {
    let (h, station, now, staff) = (house.clone(), station.clone(), house.now(), staff.clone());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let wish = held_by(c, station.id, id, &staff)?;
            let state = next(wish.state, Move::Refer)?;
            moved(c, station.id, Wish { referred_to: to.clone(), ..wish }, (state, now))?;
            count(c, &h, &station, "wish.referred", now)?;
            record(c, station.id, (id, "wish.referred"), (By::Staff(staff.id.0), now))?;
            Ok::<_, Not<NoWish>>(())
        })
    };
    house.db.write(work).await
}

/// Whoever wished takes it back, by the word of anybody of staff, however it stands. Nothing of it is left; whoever has it is told.
pub async fn withdraw(
    house: &House,
    station: &Arc<Station>,
    id: WishId,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Fault> {
    let (h, station, now, who) = (house.clone(), station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let wish = wishes::held(c, station.id, id)?;
            erased(c, &h, &station, &wish, now)?;
            record(c, station.id, (id, "wish.withdrawn"), (By::Staff(who.0), now))
        })
    };
    house.db.write(work).await
}

/// All rows of a wish that is held go, and what whoever wished was told. Whoever still has it learns that nobody needs it.
pub(super) fn erased(c: &mut Conn, house: &House, station: &Station, wish: &Wish, now: Timestamp) -> Result<(), Fault> {
    if wish.state.is_taken() {
        let claim = claims::of_wish(c, station.id, wish.id)?;
        if let Some(claim) = &claim {
            tell::forget_reminder(c, house, station, claim)?;
        }
        let told = if wish.state == State::Delivered { Told::ToFetch } else { Told::Withdrawn };
        tell(c, house, station, claim.and_then(|claim| claim.person), (told, now))?;
    }
    forgotten(c, house, station, wish.id)?;
    writers::remove(c, station.id, wish.id)?;
    reviews::remove(c, station.id, wish.id)?;
    appeals::remove(c, station.id, wish.id)?;
    wishes::remove(c, station.id, wish.id)
}

/// Whose it was and who had it.
pub(super) fn forgotten(c: &mut Conn, house: &House, station: &Station, id: WishId) -> Result<(), Fault> {
    if let Some(kept) = whose::of_wish(c, station.id, id)? {
        tell::forget(c, house, station, (id, &kept))?;
    }
    whose::remove(c, station.id, id)?;
    claims::remove(c, station.id, id)
}
