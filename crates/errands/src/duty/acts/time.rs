//! What time decides: promises that were not kept are written down, past days become facts, and what is old is forgotten.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use serde_json::json;

use super::questions::lapse;
use crate::acts::day_of;
use crate::answers::instant;
use crate::duty::answers::promised;
use crate::duty::rules::{self, KEPT_WITHIN, Span};
use crate::duty::store;

/// Who stood where is forgotten so many days later; then only minutes are left.
const SHIFTS_KEPT: i64 = 30;
/// Words and askers of a closed question go after this.
const WORDS_KEPT: SignedDuration = SignedDuration::from_hours(180 * 24);
/// So much is done in one transaction: others wait meanwhile.
const AT_ONCE: i64 = 100;

/// The periodic work.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let (h, now) = (house.clone(), house.now());
    while house
        .db
        .write({
            let h = h.clone();
            move |c| break_promises(c, &h, now)
        })
        .await?
    {}
    while house
        .db
        .write({
            let h = h.clone();
            move |c| count_days(c, &h, now)
        })
        .await?
    {}
    while house.db.write(move |c| forget_shifts(c, now)).await? {}
    while house.db.write(move |c| forget_words(c, now)).await? {}
    Ok(())
}

/// Whether there may be more.
fn break_promises(c: &mut Conn, house: &House, now: Timestamp) -> Result<bool, Fault> {
    let due = store::missed(c, now - KEPT_WITHIN, AT_ONCE)?;
    for (at, id) in &due {
        let station = stations::by_id(c, *at)?;
        store::hold(c, *at, *id)?;
        let mut kept = store::by_id(c, *at, *id)?;
        lapse(c, house, &station, &mut kept, now)?;
    }
    Ok(due.len() as i64 == AT_ONCE)
}

/// The day in UTC, so many days before `now`: no station's own day is further than one from it.
fn before(now: Timestamp, days: i64) -> Date {
    now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date().saturating_sub(days.days())
}

/// One more day of each post that is behind.
fn count_days(c: &mut Conn, house: &House, now: Timestamp) -> Result<bool, Fault> {
    let mut counted = false;
    // In China a day is counted from eight o'clock of the next on: what is up to date is not read again and again.
    for (at, post, last) in store::to_count(c, before(now, 1), AT_ONCE)? {
        let station = stations::by_id(c, at)?;
        let day = last.saturating_add(1.day());
        if day >= day_of(&station, now) || !store::counted(c, at, post.id, (last, day))? {
            continue;
        }
        counted = true;
        let shifts = store::of_days(c, at, day.saturating_sub(1.day()), day.saturating_add(1.day()))?;
        let spans: Vec<Span> = shifts.iter().filter(|k| k.shift.post == post.id).map(|k| k.shift.span()).collect();
        let cover = rules::cover(&promised(house, &station, &post, day)?, &spans);
        if cover.promised > 0 {
            let data = json!({ "post": post.id, "promised_min": cover.promised, "covered_min": cover.covered });
            let noon = instant(&station, day.at(12, 0, 0, 0))?;
            fact::record(c, at, house.new_id(), "duty-day", (day, noon), &data)?;
        }
    }
    Ok(counted)
}

fn forget_shifts(c: &mut Conn, now: Timestamp) -> Result<bool, Fault> {
    Ok(store::forget_shifts(c, before(now, SHIFTS_KEPT + 1), AT_ONCE)? as i64 == AT_ONCE)
}

fn forget_words(c: &mut Conn, now: Timestamp) -> Result<bool, Fault> {
    let old = store::to_forget(c, now - WORDS_KEPT, AT_ONCE)?;
    for (station, id) in &old {
        store::forget_words(c, *station, *id)?;
    }
    Ok(old.len() as i64 == AT_ONCE)
}
