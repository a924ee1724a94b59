//! What comes of the rows of a survey.
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;

use crate::answers::{bootstrap_seed, counted};
use crate::rules::survey::{SurveyBasis, Wave, result};
use crate::rules::waves::{Survey, answered, modes, strata};
use crate::store::{hours, tips};

/// The same rows give the same: the bootstrap's seed hangs on the survey's key alone.
pub(super) fn result_of(
    c: &mut Conn,
    house: &House,
    station: StationId,
    survey: &Survey,
) -> Result<SurveyBasis, Fault> {
    let id = survey.id;
    let counted = counted(c, house, station, id)?;
    let (hours, modes) = (hours::all(c, station, id)?, modes(&counted));
    let about = Wave {
        wave: survey.new.opens_on.to_string(),
        closed_on: survey.new.closes_on,
        response: survey.response(answered(&counted)),
        frame_size: survey.households.unwrap_or(0).into(),
        seed_hash: survey.commitment.clone(),
        bootstrap_seed: bootstrap_seed(house, id),
        hours: &hours,
        modes: &modes,
        suggested: tips::how_many(c, station, id)?,
    };
    Ok(result(&strata(&survey.new.bands, &counted), &about))
}
