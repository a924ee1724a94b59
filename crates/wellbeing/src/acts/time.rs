//! What time decides: each night the answers are written anew, and on the day after the last one a survey is closed.
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;

use super::answer::drawn_id;
use super::doing::{day_of, record};
use super::result::result_of;
use crate::SurveyId;
use crate::answers::{opened_answer, sealed_answer};
use crate::rules::waves::{State, Survey};
use crate::store::{answers, ballots, hours, households, surveys, tips};

type Key = (StationId, SurveyId);

/// The day of the station on which this process last mixed a survey.
#[derive(Default)]
struct LastMixed(Mutex<HashMap<SurveyId, Date>>);

/// The periodic work.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let now = house.now();
    // No station's own day is further than one from UTC's.
    let tomorrow = now.to_zoned_datetime(TimeZone::UTC).date().saturating_add(1.days());
    let over = house.db.read(move |c| surveys::over(c, tomorrow)).await?;
    // One that is broken does not stop the others.
    let mut all = Ok(());
    for key in over {
        let h = house.clone();
        all = all.and(house.db.write(move |c: &mut Conn| close(c, &h, key, now)).await);
    }
    all.and(mix_each(house, now).await)
}

/// The first time on each day, so at night, and whenever the program begins.
async fn mix_each(house: &House, now: Timestamp) -> Result<(), Fault> {
    let (last, mut all) = (house.shelf::<LastMixed>(), Ok(()));
    let running = house.db.read(surveys::with_ballots).await?;
    let known = || last.0.lock().unwrap_or_else(PoisonError::into_inner);
    known().retain(|id, _| running.iter().any(|(_, other)| other == id));
    for (at, id) in running.iter().copied() {
        let station = house.db.read(move |c| stations::by_id(c, at)).await?;
        let today = day_of(&station, now);
        if known().get(&id) == Some(&today) {
            continue;
        }
        let done = mix(house, at, id).await;
        if done.is_ok() {
            known().insert(id, today);
        }
        all = all.and(done);
    }
    all
}

/// Writes all answers of a survey anew, so that nothing says in which order they came.
///
/// # Errors
/// `NotFound`, or the database's.
pub async fn mix(house: &House, station: StationId, id: SurveyId) -> Result<(), Fault> {
    let h = house.clone();
    let work = move |c: &mut Conn| {
        surveys::held(c, station, id)?;
        mixed(c, &h, (station, id))?;
        tips::anew(c, station, id)
    };
    house.db.write(work).await
}

/// Each answer gets another key and is sealed anew: two copies of the database have none in common, and PostgreSQL, which keeps with
/// each row in which transaction it was written and where it lies, says the same of all.
fn mixed(c: &mut Conn, house: &House, (station, id): Key) -> Result<(), Fault> {
    let anew = |(_, sealed): (Id, Vec<u8>)| {
        Ok::<_, Fault>((drawn_id(house), sealed_answer(house, opened_answer(house, &sealed)?)))
    };
    let rows = answers::all(c, station, id)?.into_iter().map(anew).collect::<Result<Vec<_>, _>>()?;
    answers::replace(c, station, id, rows)
}

/// Fixes the result. List, ballots, hours and tips go; the answers stay sealed, which belong to nobody, so that the result can be
/// calculated again.
fn close(c: &mut Conn, house: &House, (station, id): Key, now: Timestamp) -> Result<(), Fault> {
    let station = stations::by_id(c, station)?;
    let survey = surveys::held(c, station.id, id)?;
    if !survey.is_over(day_of(&station, now)) {
        return Ok(());
    }
    let unspent = ballots::remove(c, station.id, id)?;
    households::remove(c, station.id, id)?;
    mixed(c, house, (station.id, id))?;
    let closed = Survey {
        state: State::Closed,
        printed: survey.printed.saturating_sub(unspent),
        closed_at: Some(now),
        result: Some(result_of(c, house, station.id, &survey)?),
        ..survey
    };
    hours::remove(c, station.id, id)?;
    tips::remove(c, station.id, id)?;
    surveys::set(c, station.id, &closed)?;
    record(c, station.id, (id, "survey.closed"), (By::Program, now))
}
