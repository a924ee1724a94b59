//! Two look at a wish before everybody does.
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

use super::doing::{count, day_of, hands, moved, record};
use crate::WishId;
use crate::rules::{self, NoReview, Review, Reviewed, State, Wish, back, ends_on};
use crate::store::{reviews, wishes};

/// Somebody who did not write it down has read version `read` and says yes, or no and why. The second yes makes it public.
pub async fn review(
    house: &House,
    station: &Arc<Station>,
    (id, read, yes, why): (WishId, i32, bool, String),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<Reviewed, Not<NoReview>> {
    let (h, station, now, who) = (house.clone(), station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let wish = wishes::held(c, station.id, id)?;
            let (all, hands) = (reviews::of_wish(c, station.id, id)?, hands(c, station.id, &wish)?);
            let reviewed = rules::review(&wish, (read, &hands), (who, yes, &why), &all)?;
            let why = if yes { String::new() } else { why.clone() };
            let kind = match reviewed {
                Reviewed::Waits => "wish.reviewed",
                Reviewed::Open => "wish.published",
                Reviewed::Refused => "wish.refused",
            };
            reviews::insert(c, station.id, id, &Review { version: wish.version, staff: who, yes, why, at: now })?;
            match reviewed {
                Reviewed::Waits => {}
                Reviewed::Open => shown(c, &h, &station, wish, now)?,
                Reviewed::Refused => {
                    moved(c, station.id, wish, (State::Refused, now))?;
                }
            }
            record(c, station.id, (id, kind), (By::Staff(who.0), now))?;
            Ok::<_, Not<NoReview>>(reviewed)
        })
    };
    house.db.write(work).await
}

/// Everybody sees it. Its days count from when they first did.
pub(super) fn shown(c: &mut Conn, house: &House, station: &Station, wish: Wish, now: Timestamp) -> Result<(), Fault> {
    let today = day_of(station, now);
    let first = wish.public_at.is_none();
    let public = Wish {
        public_at: wish.public_at.or(Some(now)),
        ends_on: wish.ends_on.or_else(|| Some(ends_on(today))),
        ..wish
    };
    let state = back(&public, today);
    moved(c, station.id, public, (state, now))?;
    if first { count(c, house, station, "wish.published", now) } else { Ok(()) }
}
