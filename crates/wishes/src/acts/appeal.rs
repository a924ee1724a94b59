//! Whoever wished does not accept a no, and somebody else judges.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffAt;
use stations::Station;

use super::doing::{hands, moved, record};
use crate::answers::{WHY, fresh_id};
use crate::rules::{self, Appeal, NoWish, State, Wish, may_appeal};
use crate::store::{appeals, reviews, wishes};
use crate::{AppealId, WishId};

/// Somebody of staff writes down what whoever wished objects to.
pub async fn appeal(
    house: &House,
    station: &Arc<Station>,
    (id, why): (WishId, String),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<AppealId, Not<NoWish>> {
    let (h, station, now, who) = (house.clone(), station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let wish = wishes::held(c, station.id, id)?;
            may_appeal(&wish, &appeals::of_wish(c, station.id, id)?)?;
            let one = Appeal {
                id: AppealId(fresh_id(&h)),
                version: wish.version,
                made_at: now,
                taken_by: who,
                decided: None,
            };
            appeals::insert(c, station.id, id, &one, &h.keys.seal(WHY, &why, &h.chance))?;
            record(c, station.id, (id, "wish.appealed"), (By::Staff(who.0), now))?;
            Ok::<_, Not<NoWish>>(one.id)
        })
    };
    house.db.write(work).await
}

/// Somebody who has not said no to it decides, and says why. Where the no does not stand, two look anew, at a fresh version.
pub async fn decide_appeal(
    house: &House,
    station: &Arc<Station>,
    (id, upheld, words): (AppealId, bool, String),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoWish>> {
    let (station, now, who) = (station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let wish = appeals::wish_of(c, station.id, id)?;
            let wish = wishes::held(c, station.id, wish)?;
            let all = appeals::of_wish(c, station.id, wish.id)?;
            let appeal = all.iter().find(|one| one.id == id).ok_or(Fault::NotFound)?;
            let looked = reviews::of_wish(c, station.id, wish.id)?;
            rules::decide_appeal(&wish, appeal, (who, &hands(c, station.id, &wish)?), &looked)?;
            appeals::decide(c, station.id, id, (upheld, &words), (who, now))?;
            let (about, kind) = (wish.id, if upheld { "wish.appeal-refused" } else { "wish.appeal-granted" });
            if !upheld {
                let version = wish.version + 1;
                moved(c, station.id, Wish { version, ..wish }, (State::Asked, now))?;
            }
            record(c, station.id, (about, kind), (By::Staff(who.0), now))?;
            Ok::<_, Not<NoWish>>(())
        })
    };
    house.db.write(work).await
}
