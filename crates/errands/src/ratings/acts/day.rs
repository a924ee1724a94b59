//! What time decides: a rating is fixed and becomes a fact that names nobody; a call-back is due; after thirty days nothing
//! leads from a rating to a ticket.
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use serde_json::json;

use crate::acts::day_of;
use crate::answers;
use crate::ratings::answers::due;
use crate::ratings::rules::{self, KEPT_DAYS, RatingId};
use crate::ratings::store::{self, CallBack, Rating};
use crate::rules::{MatterId, State};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;

/// So much is done in one transaction: others wait meanwhile.
const AT_ONCE: i64 = 100;

/// The periodic work.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let now = house.now();
    while house
        .db
        .write({
            let h = house.clone();
            move |c| fix(c, &h, now)
        })
        .await?
    {}
    let mut after = None;
    loop {
        let h = house.clone();
        after = house.db.write(move |c| count_due(c, &h, after, now)).await?;
        if after.is_none() {
            break;
        }
    }
    while house
        .db
        .write({
            let h = house.clone();
            move |c| part(c, &h, now)
        })
        .await?
    {}
    Ok(())
}

/// The day in UTC, so many days before `now`: no station's own day is further than one from it.
fn before(now: Timestamp, days: i64) -> Date {
    now.to_zoned_datetime(jiff::tz::TimeZone::UTC).date().saturating_sub(days.days())
}

/// What becomes a fact of a rating, in an order that says nothing about tickets.
type Fixed = (StationId, Date, rules::Level, Vec<MatterId>);

/// Ratings that cannot be changed any more become facts. Whether there may be more.
fn fix(c: &mut Conn, house: &House, now: Timestamp) -> Result<bool, Fault> {
    let all = store::to_count(c, before(now, 0), AT_ONCE)?;
    let (mut fixed, mut done): (Vec<Fixed>, i64) = (vec![], 0);
    for (at, rating) in all {
        let station = stations::by_id(c, at)?;
        if day_of(&station, now) < rules::fixed_on(rating.day) {
            continue;
        }
        done += 1;
        fixed.extend(one(c, at, &rating)?);
    }
    fixed.sort();
    for (at, day, level, matters) in fixed {
        // The same instant for all of a day: when somebody rated would lead to their ticket.
        let station = stations::by_id(c, at)?;
        let moment = answers::instant(&station, rules::fixed_on(day).at(0, 0, 0, 0))?;
        let data = json!({ "level": level, "matters": matters });
        fact::record(c, at, house.new_id(), "rating-given", (day, moment), &data)?;
    }
    Ok(done == AT_ONCE)
}

/// Nothing of a ticket whose end was taken back after all.
fn one(c: &mut Conn, at: StationId, rating: &Rating) -> Result<Option<Fixed>, Fault> {
    let ticket = crate::store::by_id(c, at, rating.ticket)?;
    if ticket.ticket.state != State::Done {
        store::remove(c, at, rating.id)?;
        return Ok(None);
    }
    let matters = crate::store::matters_of(c, at, rating.ticket)?.into_iter().map(|(id, ..)| id).collect();
    Ok(store::mark_counted(c, at, rating.id)?.then_some((at, rating.day, rating.level, matters)))
}

/// Where to go on with what is open.
type Key = Option<(StationId, RatingId)>;

/// Call-backs that have ended, or whose day is over, become facts. Where to go on, if there may be more.
fn count_due(c: &mut Conn, house: &House, after: Key, now: Timestamp) -> Result<Key, Fault> {
    // In a zone ahead of UTC today has begun already.
    let all = store::call_backs_to_count(c, before(now, -1), after, AT_ONCE)?;
    let next = all.last().map(|(at, b)| (*at, b.rating)).filter(|_| all.len() as i64 == AT_ONCE);
    for (at, call_back) in all {
        let station = stations::by_id(c, at)?;
        let rating = store::by_id(c, at, call_back.rating)?;
        let today = day_of(&station, now);
        // A rating that may still be changed may take its call-back along.
        let fixed = rating.counted;
        let ended = call_back.outcome.is_some_and(rules::Outcome::is_final);
        if fixed && (ended || due(house, &call_back)?.date < today) {
            count(c, house, (at, rating.day), &call_back, now)?;
        }
    }
    Ok(next)
}

fn count(
    c: &mut Conn,
    house: &House,
    (at, day): (StationId, Date),
    call_back: &CallBack,
    now: Timestamp,
) -> Result<(), Fault> {
    if !store::mark_call_back(c, at, call_back.rating)? {
        return Ok(());
    }
    let data = json!({ "outcome": call_back.outcome });
    fact::record(c, at, house.new_id(), "call-back-ended", (day, now), &data)
}

/// After thirty days a rating is a fact and nothing else. Whether there may be more.
fn part(c: &mut Conn, house: &House, now: Timestamp) -> Result<bool, Fault> {
    let old = store::older(c, before(now, KEPT_DAYS + 1), AT_ONCE)?;
    for (at, rating) in &old {
        // A deadline of many days over long holidays: as it stands now.
        if let Some(open) = store::call_back(c, *at, rating.id)? {
            count(c, house, (*at, rating.day), &open, now)?;
        }
        store::remove(c, *at, rating.id)?;
    }
    Ok(old.len() as i64 == AT_ONCE)
}
