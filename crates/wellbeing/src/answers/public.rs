//! What everybody may know of a survey.
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::lottery::Published as _;
use kernel::share::FEWEST;
use stations::Station;

use super::sealed::opened_seed;
use super::types::Public;
use crate::SurveyId;
use crate::rules::households::{HouseholdSheet, draw};
use crate::rules::survey::SurveyBasis;
use crate::rules::waves::{State, Survey};
use crate::store::{answers, surveys};

/// The survey that is not over, if there is one, as it stands on the station's day `today`.
///
/// # Errors
/// The database's.
pub fn current(c: &mut Conn, house: &House, station: &Station, today: Date) -> Result<Option<Public>, Fault> {
    let Some(id) = surveys::running(c, station.id)?.first().copied() else { return Ok(None) };
    let survey = surveys::by_id(c, station.id, id)?;
    let answered = answers::how_many(c, station.id, id)?;
    let drawn = survey.drawn_at.is_some();
    let seed = if drawn { Some(opened_seed(c, house, station.id, id)?.text().to_owned()) } else { None };
    Ok(Some(Public {
        id,
        state: survey.stands(today),
        opens_on: survey.new.opens_on,
        closes_on: survey.new.closes_on,
        answered: (answered >= FEWEST as u64).then_some(full_tens(answered)),
        drawn: survey.drawn(),
        bands: survey.new.bands.into_iter().map(|band| band.band).collect(),
        commitment: survey.commitment,
        households: survey.households.filter(|_| drawn),
        seed,
    }))
}

/// 47 is told as 40.
pub(super) fn full_tens(n: u64) -> u64 {
    n - n % FEWEST as u64
}

/// The survey that is not over, if there is one.
///
/// # Errors
/// The database's.
pub fn running(c: &mut Conn, station: StationId) -> Result<Option<SurveyId>, Fault> {
    Ok(surveys::running(c, station)?.first().copied())
}

/// Whether a survey is of this station.
///
/// # Errors
/// The database's.
pub fn is_of(c: &mut Conn, station: StationId, id: SurveyId) -> Result<bool, Fault> {
    match surveys::by_id(c, station, id) {
        Ok(_) => Ok(true),
        Err(Fault::NotFound) => Ok(false),
        Err(fault) => Err(fault),
    }
}

/// The draw of households as it is published, of a survey that is over too. It is drawn anew: keep it if it is asked for often.
///
/// # Errors
/// `NotFound`, or the database's.
pub fn sheet(c: &mut Conn, house: &House, station: &Station, id: SurveyId) -> Result<HouseholdSheet, Fault> {
    let survey = surveys::by_id(c, station.id, id)?;
    sheet_of(c, house, station, &survey)
}

fn sheet_of(c: &mut Conn, house: &House, station: &Station, survey: &Survey) -> Result<HouseholdSheet, Fault> {
    let before = HouseholdSheet {
        format: HouseholdSheet::FORMAT.into(),
        station: station.slug.clone(),
        opens_on: survey.new.opens_on,
        commitment: survey.commitment.clone(),
        households: None,
        list: None,
        wanted: None,
        seed: None,
        drawn: vec![],
        drawn_at: None,
        sum: String::new(),
    };
    let sheet = match (survey.drawn_at, survey.households) {
        (Some(drawn_at), Some(households)) => {
            let seed = opened_seed(c, house, station.id, survey.id)?;
            HouseholdSheet {
                households: Some(households),
                list: survey.list_digest.clone(),
                wanted: Some(survey.new.wanted),
                drawn: draw(&seed, households, survey.new.wanted),
                seed: Some(seed.text().into()),
                drawn_at: Some(drawn_at),
                ..before
            }
        }
        _ => before,
    };
    Ok(sheet.signed())
}

/// What came of those that are over, the newest first.
///
/// # Errors
/// The database's.
pub fn results(c: &mut Conn, station: StationId) -> Result<Vec<(SurveyId, SurveyBasis)>, Fault> {
    let all = surveys::all(c, station)?.into_iter().filter(|survey| survey.state == State::Closed);
    Ok(all.filter_map(|survey| Some((survey.id, survey.result?))).collect())
}
