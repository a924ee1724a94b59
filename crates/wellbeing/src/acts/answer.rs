//! An answer. It leaves a row with a drawn key, one less ballot, and one more in its hour: no event, no fact, no kept request, no
//! line of a log, so that nothing with a time lies beside it.
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

use super::doing::day_of;
use crate::answers::{code_hash, sealed_answer, tap_hash};
use crate::rules::ballot::Code;
use crate::rules::waves::{Given, NoAnswer};
use crate::store::{answers, ballots, hours, surveys};

/// Whoever taps twice, or whose line broke, is told again that it has arrived, so long.
const REMEMBERED: SignedDuration = SignedDuration::from_mins(10);
/// So many answers are remembered.
const MOST: usize = 1_000;

/// Hashes of codes together with the drawn token of the form that sent them, in memory only. What was answered is not in them: whoever
/// has a code cannot try answers until one is known.
#[derive(Default)]
struct Taps(Mutex<VecDeque<(Timestamp, [u8; 32])>>);

impl Taps {
    fn knows(&self, tap: &[u8; 32], now: Timestamp) -> bool {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while all.front().is_some_and(|(at, _)| *at + REMEMBERED < now) {
            all.pop_front();
        }
        all.iter().any(|(_, known)| known == tap)
    }

    fn keep(&self, tap: [u8; 32], now: Timestamp) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= MOST {
            all.pop_front();
        }
        all.push_back((now, tap));
    }

    fn forget(&self, tap: &[u8; 32]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|(_, known)| known != tap);
    }
}

/// Takes one ballot's answer. `press` is the token of the form or call that sends it: the same press within ten minutes, in the same
/// process, is taken once and told the same, whatever it says the second time.
///
/// # Errors
/// [`NoAnswer::Spent`] if the code was used already, taken back or never printed.
pub async fn answer(
    house: &House,
    station: &Arc<Station>,
    (code, press): (&Code, Option<&str>),
    given: Given,
) -> Result<(), Not<NoAnswer>> {
    let (now, taps) = (house.now(), house.shelf::<Taps>());
    let press = press.map(str::trim).filter(|press| !press.is_empty());
    let tap = press.map(|press| tap_hash(house, station.id, code, press));
    if tap.is_some_and(|tap| taps.knows(&tap, now)) {
        return Ok(());
    }
    match written(house, station, (code, tap), (given, now)).await {
        // Of two at the same moment the one that came second finds what the first has left.
        Err(Not::Refused(NoAnswer::Spent)) if tap.is_some_and(|tap| taps.knows(&tap, now)) => Ok(()),
        Err(Not::Fault(fault)) => {
            // Nothing was taken.
            tap.iter().for_each(|tap| taps.forget(tap));
            Err(Not::Fault(fault))
        }
        done => done,
    }
}

async fn written(
    house: &House,
    station: &Arc<Station>,
    (code, tap): (&Code, Option<[u8; 32]>),
    (given, now): (Given, Timestamp),
) -> Result<(), Not<NoAnswer>> {
    let (h, station, code, taps) = (house.clone(), station.clone(), code.clone(), house.shelf::<Taps>());
    let work = move |c: &mut Conn| {
        let Some(id) = surveys::running(c, station.id)?.first().copied() else { return Err(NoAnswer::NotOpen.into()) };
        // Closing, taking back and mixing wait for this, and this for them.
        let survey = surveys::held(c, station.id, id)?;
        survey.takes(given, day_of(&station, now))?;
        if !ballots::spend(c, station.id, id, &code_hash(&h, id, &code))? {
            return Err(NoAnswer::Spent.into());
        }
        answers::insert(c, station.id, id, (drawn_id(&h), sealed_answer(&h, given)))?;
        hours::add(c, station.id, id, (given.mode, now.as_second().div_euclid(3_600)))?;
        // Before others who wait for the survey go on.
        tap.into_iter().for_each(|tap| taps.keep(tap, now));
        Ok::<_, Not<NoAnswer>>(())
    };
    house.db.write(work).await
}

/// A key without an instant in it (RFC 9562, version 4).
pub(super) fn drawn_id(house: &House) -> Id {
    Id(uuid::Builder::from_random_bytes(house.chance.bytes()).into_uuid())
}
