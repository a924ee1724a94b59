//! How far a survey is, and whom to visit.
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, StaffAt};

use super::public::full_tens;
use super::sealed::{counted, opened_household};
use super::types::Progress;
use crate::SurveyId;
use crate::rules::flags::{self, Flag};
use crate::rules::households::Household;
use crate::rules::waves::{State, Survey, modes};
use crate::store::{answers, hours, households, surveys as rows, tips};

/// All surveys of a station, the newest first.
///
/// # Errors
/// The database's.
pub fn surveys(c: &mut Conn, station: StationId) -> Result<Vec<Survey>, Fault> {
    rows::all(c, station)
}

/// How far one is on the station's day `today`.
///
/// # Errors
/// `NotFound`, or the database's.
pub fn progress(c: &mut Conn, station: StationId, id: SurveyId, today: Date) -> Result<Progress, Fault> {
    let survey = rows::by_id(c, station, id)?;
    let left = survey.asked().saturating_sub(survey.printed);
    let answered = answers::how_many(c, station, id)?;
    let answered = if survey.state == State::Closed { answered } else { full_tens(answered) };
    Ok(Progress {
        state: survey.stands(today),
        unspent: survey.printed.saturating_sub(u32::try_from(answered).unwrap_or(u32::MAX)),
        answered,
        can_print: if survey.may_print(1, today).is_ok() { left } else { 0 },
        survey,
    })
}

/// The households that are asked, with their lines, for managers; none before the draw and after the end. Who of them has answered
/// is known to nobody.
///
/// # Errors
/// `NotFound` for everybody else too.
pub fn households_drawn(
    c: &mut Conn,
    house: &House,
    (station, id): (StationId, SurveyId),
    staff: &StaffAt,
) -> Result<Vec<(u32, Household)>, Fault> {
    if staff.role < Role::Manager {
        return Err(Fault::NotFound);
    }
    rows::by_id(c, station, id)?;
    let all = households::drawn(c, station, id)?;
    all.into_iter().map(|(line, sealed)| Ok((line, opened_household(house, &sealed)?))).collect()
}

/// What in the way the ballots come in should make a reader careful, so far.
///
/// # Errors
/// `NotFound`, or the database's.
pub fn flags(c: &mut Conn, house: &House, station: StationId, id: SurveyId) -> Result<Vec<Flag>, Fault> {
    rows::by_id(c, station, id)?;
    let counted = counted(c, house, station, id)?;
    Ok(flags::flags(&hours::all(c, station, id)?, &modes(&counted), tips::how_many(c, station, id)?))
}
