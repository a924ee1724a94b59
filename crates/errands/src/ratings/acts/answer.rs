//! Calling back, and in how many working days that is done: managers only.
use std::sync::Arc;

use serde_json::json;

use crate::ratings::answers::ANSWER;
use crate::ratings::rules::{self, MOST_DAYS, Outcome, RatingId, Refusal};
use crate::ratings::store;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// Writes how a call-back ended; whoever has the ticket reads `words`.
///
/// # Errors
/// [`Refusal::Answered`] if it has ended, [`Refusal::NoWords`] if nothing explains why it is not settled.
pub async fn answer(
    house: &House,
    station: &Arc<Station>,
    rating: RatingId,
    (outcome, words): (Outcome, String),
    (staff, once): (StaffId, Option<Once>),
) -> Result<(), Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let open = store::call_back(c, station.id, rating)?.ok_or(Fault::NotFound)?;
            rules::may_answer(open.outcome, outcome, &words)?;
            let sealed = (!words.is_empty()).then(|| h.keys.seal(ANSWER, &words, &h.chance));
            if !store::answer(c, station.id, (rating, open.outcome), (outcome, sealed.as_deref()), now)? {
                return Err(Refusal::Answered.into());
            }
            let (by, data) = (By::Staff(staff.0), json!({ "outcome": outcome }));
            event::record(c, station.id, now, by, "call-back.answered", &rating.to_string(), &data)?;
            Ok(())
        })
    };
    house.db.write(work).await
}

/// From now on call-backs are made within so many working days; those that are open keep theirs.
pub async fn set_days(house: &House, station: &Arc<Station>, days: i16, staff: StaffId) -> Result<(), Fault> {
    let (station, now, days) = (station.clone(), house.now(), days.clamp(1, MOST_DAYS));
    let work = move |c: &mut Conn| {
        if store::days(c, station.id)? == days {
            return Ok(());
        }
        store::set_days(c, station.id, days)?;
        let (by, data) = (By::Staff(staff.0), json!({ "days": days }));
        event::record(c, station.id, now, by, "call-backs.set", "", &data).map(|_| ())
    };
    house.db.write(work).await
}
