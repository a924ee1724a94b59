//! A survey begins: its seed is fixed, then there is a list, then households are drawn from it.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::lottery::Seed;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffAt;
use stations::Station;

use super::doing::{day_of, only_managers, record};
use crate::SurveyId;
use crate::answers::{HOUSEHOLD, SEED, opened_household, opened_seed};
use crate::rules::households::{self as lots, Household};
use crate::rules::waves::{New, NoSurvey, State, Survey, listed};
use crate::store::{households, surveys};

/// Fixes the seed and publishes its hash, before anybody hands in a list. A station has one survey at a time.
///
/// # Errors
/// [`NoSurvey`]; `NotFound` for whoever is no manager.
pub async fn make(
    house: &House,
    station: &Arc<Station>,
    new: New,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<SurveyId, Not<NoSurvey>> {
    only_managers(staff)?;
    let (h, station, now, who) = (house.clone(), station.clone(), house.now(), staff.id);
    let new = new.checked(day_of(&station, now))?;
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let (id, seed) = (SurveyId(h.new_id()), Seed::draw(&h.chance));
            let survey = Survey {
                id,
                new: new.clone(),
                state: State::Made,
                commitment: seed.commitment(),
                households: None,
                list_digest: None,
                drawn_at: None,
                not_eligible: 0,
                printed: 0,
                made_at: now,
                closed_at: None,
                result: None,
            };
            surveys::insert(c, station.id, &survey, (&h.keys.seal(SEED, seed.text(), &h.chance), who))?;
            record(c, station.id, (id, "survey.made"), (By::Staff(who.0), now))?;
            // Whoever makes one at the same moment waits for the number of that event, and sees this one.
            match surveys::running(c, station.id)?.as_slice() {
                [only] if *only == id => Ok::<_, Not<NoSurvey>>(id),
                _ => Err(NoSurvey::Running.into()),
            }
        })
    };
    house.db.write(work).await
}

/// The list in place of an earlier one, until households are drawn from it.
///
/// # Errors
/// [`NoSurvey`] names the lines that are wrong; `NotFound`.
pub async fn list(
    house: &House,
    station: &Arc<Station>,
    (id, list): (SurveyId, Vec<Household>),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoSurvey>> {
    only_managers(staff)?;
    let (h, station, now, who) = (house.clone(), station.clone(), house.now(), staff.id);
    let list = listed(list)?;
    let lines = u32::try_from(list.len()).map_err(Fault::broken)?;
    let sealed = list.iter().map(|one| sealed(house, one)).collect::<Result<Vec<_>, _>>()?;
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let survey = surveys::held(c, station.id, id)?;
            survey.may_list(day_of(&station, now))?;
            let digest = lots::digest(&opened_seed(c, &h, station.id, id)?, &list);
            households::replace(c, station.id, id, &sealed)?;
            let (state, households) = (State::Listed, Some(lines));
            surveys::set(c, station.id, &Survey { state, households, list_digest: Some(digest), ..survey })?;
            record(c, station.id, (id, "survey.listed"), (By::Staff(who.0), now))?;
            Ok::<_, Not<NoSurvey>>(())
        })
    };
    house.db.write(work).await
}

fn sealed(house: &House, one: &Household) -> Result<Vec<u8>, Fault> {
    let text = serde_json::to_string(&(&one.village, &one.address)).map_err(Fault::broken)?;
    Ok(house.keys.seal(HOUSEHOLD, &text, &house.chance))
}

/// Draws the households by the seed that was fixed, and reveals it: from now on everybody can draw them again.
///
/// # Errors
/// [`NoSurvey`]; `NotFound`.
pub async fn draw(
    house: &House,
    station: &Arc<Station>,
    id: SurveyId,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoSurvey>> {
    only_managers(staff)?;
    let (h, station, now, who) = (house.clone(), station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let survey = surveys::held(c, station.id, id)?;
            let households = survey.may_draw(day_of(&station, now))?;
            let seed = opened_seed(c, &h, station.id, id)?;
            same_list(c, &h, &station, (&survey, &seed))?;
            let lines = lots::draw(&seed, households, survey.new.wanted);
            households::mark(c, station.id, id, &lines)?;
            surveys::set(c, station.id, &Survey { state: State::Drawn, drawn_at: Some(now), ..survey })?;
            record(c, station.id, (id, "survey.drawn"), (By::Staff(who.0), now))?;
            Ok::<_, Not<NoSurvey>>(())
        })
    };
    house.db.write(work).await
}

/// What is drawn from is what was handed in: no line was exchanged in the database.
fn same_list(c: &mut Conn, house: &House, station: &Station, (survey, seed): (&Survey, &Seed)) -> Result<(), Fault> {
    let sealed = households::sealed(c, station.id, survey.id)?;
    let list = sealed.iter().map(|one| opened_household(house, one)).collect::<Result<Vec<_>, _>>()?;
    if survey.list_digest == Some(lots::digest(seed, &list)) {
        Ok(())
    } else {
        Err(Fault::broken("the list of a survey is not the one that was handed in"))
    }
}
