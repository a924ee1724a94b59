//! Somebody says that they were told what to answer. It is counted, and that is all.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

use super::doing::day_of;
use crate::SurveyId;
use crate::rules::tips::ByWhom;
use crate::rules::waves::{NoAnswer, State};
use crate::store::{surveys, tips};

/// One more, while answers are taken.
///
/// # Errors
/// [`NoAnswer::NotOpen`]; `NotFound` if there is no such survey.
pub async fn tip(house: &House, station: &Arc<Station>, id: SurveyId, by_whom: ByWhom) -> Result<(), Not<NoAnswer>> {
    let (station, today) = (station.clone(), day_of(station, house.now()));
    let work = move |c: &mut Conn| {
        let survey = surveys::held(c, station.id, id)?;
        if survey.stands(today) != State::Open {
            return Err(NoAnswer::NotOpen.into());
        }
        tips::add(c, station.id, id, by_whom)?;
        Ok::<_, Not<NoAnswer>>(())
    };
    house.db.write(work).await
}
