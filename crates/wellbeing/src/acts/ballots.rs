//! Ballots on paper: printed, taken back, and households that can have none because nobody lives there.
use std::collections::BTreeSet;
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffAt;
use serde::{Deserialize, Serialize};
use serde_json::json;
use stations::Station;

use super::doing::{day_of, only_managers, record};
use crate::SurveyId;
use crate::answers::code_hash;
use crate::rules::ballot::Code;
use crate::rules::waves::{NoSurvey, Survey};
use crate::store::{answers, ballots, surveys};

/// What a request to print is told. The codes stay in memory; what is kept for the same request sent again has none.
#[derive(Serialize, Deserialize)]
struct Printed {
    n: u32,
    #[serde(skip)]
    codes: Vec<Code>,
}

/// The codes of `n` more ballots, in the order in which they were drawn. They are told once: whoever loses them takes all ballots
/// back and prints anew.
///
/// # Errors
/// [`NoSurvey::Ballots`] says how many there can be; [`NoSurvey::ShownOnce`] to the same request sent again; `NotFound`.
pub async fn print(
    house: &House,
    station: &Arc<Station>,
    (id, n): (SurveyId, u32),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<Vec<Code>, Not<NoSurvey>> {
    only_managers(staff)?;
    let (h, station, now, who) = (house.clone(), station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let survey = surveys::held(c, station.id, id)?;
            survey.may_print(n, day_of(&station, now))?;
            let codes = drawn(&h, id, n);
            ballots::insert(c, station.id, id, &codes.iter().map(|(hash, _)| hash.clone()).collect())?;
            surveys::set(c, station.id, &Survey { printed: survey.printed + n, ..survey })?;
            record(c, station.id, (id, "survey.printed"), (By::Staff(who.0), now))?;
            Ok::<_, Not<NoSurvey>>(Printed { n, codes: codes.into_iter().map(|(_, code)| code).collect() })
        })
    };
    let printed = house.db.write(work).await?;
    if printed.codes.len() == printed.n as usize { Ok(printed.codes) } else { Err(NoSurvey::ShownOnce.into()) }
}

/// So many different codes, with their hashes, in the order in which they were drawn.
fn drawn(house: &House, id: SurveyId, n: u32) -> Vec<(Vec<u8>, Code)> {
    let (mut seen, mut codes) = (BTreeSet::new(), vec![]);
    while codes.len() < n as usize {
        let code = Code::draw(&house.chance);
        let hash = code_hash(house, id, &code);
        if seen.insert(hash.clone()) {
            codes.push((hash, code));
        }
    }
    codes
}

/// No ballot that is out can be used any more. Returns how many that were: nobody knows which.
///
/// # Errors
/// [`NoSurvey::NotNow`]; `NotFound`.
pub async fn take_back(
    house: &House,
    station: &Arc<Station>,
    id: SurveyId,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<u32, Not<NoSurvey>> {
    only_managers(staff)?;
    let (station, now, who) = (station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let survey = surveys::held(c, station.id, id)?;
            survey.may_take_back()?;
            let back = ballots::remove(c, station.id, id)?;
            surveys::set(c, station.id, &Survey { printed: survey.printed.saturating_sub(back), ..survey })?;
            record(c, station.id, (id, "survey.taken-back"), (By::Staff(who.0), now))?;
            Ok::<_, Not<NoSurvey>>(back)
        })
    };
    house.db.write(work).await
}

/// Nobody lives in `n` of the drawn households, in all: not how many more.
///
/// # Errors
/// [`NoSurvey::Empty`] says how many it can be; `NotFound`.
pub async fn not_eligible(
    house: &House,
    station: &Arc<Station>,
    (id, n): (SurveyId, u32),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoSurvey>> {
    only_managers(staff)?;
    let (station, now, who) = (station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let survey = surveys::held(c, station.id, id)?;
            survey.may_be_empty(n, answers::how_many(c, station.id, id)?)?;
            surveys::set(c, station.id, &Survey { not_eligible: n, ..survey })?;
            let said = json!({ "n": n });
            event::record(c, station.id, now, By::Staff(who.0), "survey.not-eligible", &id.to_string(), &said)?;
            Ok::<_, Not<NoSurvey>>(())
        })
    };
    house.db.write(work).await
}
