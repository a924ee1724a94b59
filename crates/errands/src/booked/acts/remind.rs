//! The periodic work: whoever has left a number is reminded, and numbers are forgotten.
use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;

use crate::booked::rules;
use crate::booked::store;
use crate::booked::tell::{self, News};
use crate::rules::State;
use crate::store as kept_store;

/// How many are done in one transaction.
const AT_ONCE: i64 = 50;
const A_MOMENT: SignedDuration = SignedDuration::from_secs(1);

/// Returns when nothing is left to do.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    loop {
        let h = house.clone();
        if house.db.write(move |c| remind(c, &h)).await? == 0 {
            break;
        }
    }
    let now = house.now();
    house.db.write(move |c| store::forget_phones(c, now)).await?;
    Ok(())
}

/// Reminds those who still have the appointment: it is looked at again when the message goes out.
fn remind(c: &mut Conn, house: &House) -> Result<usize, Fault> {
    let now = house.now();
    let all = store::to_remind(c, now, AT_ONCE)?;
    for (at, id, due) in &all {
        let station = stations::by_id(c, *at)?;
        let day = kept_store::by_id(c, *at, *id)?;
        // Whoever moves or gives back holds the day too: nobody is told of what is no more.
        kept_store::hold(c, *at, day.day, &[day.line])?;
        let kept = kept_store::by_id(c, *at, *id)?;
        let booked = kept.booked_at.filter(|from| kept.ticket.state == State::Booked && *from > now);
        let next = booked.and_then(|from| rules::next_reminder(now, from, &station.zone));
        store::remind_next(c, *at, *id, next)?;
        // What has moved to a later time of its day meanwhile is reminded of then.
        let meant = |from| rules::next_reminder(*due - A_MOMENT, from, &station.zone) == Some(*due);
        if booked.is_some_and(meant) {
            tell::about(c, house, &station, (&kept, News::Remember), now)?;
        }
    }
    Ok(all.len())
}
