//! What the desk's pages and programs read, each in one snapshot.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::share::Sure;
use stations::Here;

use crate::SurveyId;
use crate::acts::day_of;
use crate::answers::{self, Progress};
use crate::rules::flags::Flag;
use crate::rules::households::{Household, HouseholdSheet};
use crate::rules::waves::{State, Survey};

/// How far one survey is.
#[derive(Debug, Clone, PartialEq)]
pub struct Far {
    pub progress: Progress,
    /// What in the way the ballots come in should make a reader careful, so far: of a survey that runs only hours in which many came.
    pub bursts: Vec<Flag>,
}

/// What the desk begins with.
#[derive(Debug, Clone, PartialEq)]
pub struct Desk {
    /// The one that is not over.
    pub running: Option<Far>,
    /// All others, the newest first.
    pub over: Vec<Survey>,
}

impl Far {
    /// The share of those who were asked that has answered, with Wilson's interval; nothing of fewer than ten.
    pub fn response(&self) -> Option<Sure> {
        self.survey().response(self.progress.answered).share().published()
    }

    pub fn survey(&self) -> &Survey {
        &self.progress.survey
    }

    /// Whether answers are taken today.
    pub fn is_open(&self) -> bool {
        self.progress.state == State::Open
    }
}

/// Flags of what was answered, and of who said that an answer was suggested, are for the result alone: whoever sees one appear while
/// somebody has just answered would know what they said, or that it was they who said so. How many came in an hour tells neither.
fn only_bursts(flags: Vec<Flag>) -> Vec<Flag> {
    flags.into_iter().filter(|flag| matches!(flag, Flag::Burst { .. })).collect()
}

fn far(c: &mut Conn, here: &Here, id: SurveyId) -> Result<Far, Fault> {
    let (station, today) = (&here.desk.station, day_of(&here.desk.station, here.now()));
    let progress = answers::progress(c, station.id, id, today)?;
    Ok(Far { progress, bursts: only_bursts(answers::flags(c, &here.house, station.id, id)?) })
}

/// # Errors
/// The database's.
pub async fn desk(here: &Here) -> Result<Desk, Fault> {
    let asked = here.clone();
    let read = move |c: &mut Conn| {
        let (over, running): (Vec<Survey>, Vec<Survey>) =
            answers::surveys(c, asked.desk.station.id)?.into_iter().partition(|one| one.state == State::Closed);
        let running = running.first().map(|one| far(c, &asked, one.id)).transpose()?;
        Ok::<_, Fault>(Desk { running, over })
    };
    here.house.db.snapshot(read).await
}

/// # Errors
/// `NotFound`, or the database's.
pub async fn one(here: &Here, id: SurveyId) -> Result<Far, Fault> {
    let asked = here.clone();
    here.house.db.snapshot(move |c: &mut Conn| far(c, &asked, id)).await
}

/// The published draw, which anybody can draw again.
///
/// # Errors
/// `NotFound`, or the database's.
pub async fn sheet(here: &Here, id: SurveyId) -> Result<HouseholdSheet, Fault> {
    let (house, station) = (here.house.clone(), here.desk.station.clone());
    here.house.db.snapshot(move |c: &mut Conn| answers::sheet(c, &house, &station, id)).await
}

/// The households that are asked, with the lines of the list.
///
/// # Errors
/// `NotFound` for whoever is no manager, or the database's.
pub async fn homes(here: &Here, id: SurveyId) -> Result<(Survey, Vec<(u32, Household)>), Fault> {
    let asked = here.clone();
    let read = move |c: &mut Conn| {
        let at = asked.desk.station.id;
        let homes = answers::households_drawn(c, &asked.house, (at, id), &asked.desk.staff)?;
        Ok::<_, Fault>((far(c, &asked, id)?.progress.survey, homes))
    };
    here.house.db.snapshot(read).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::flags::Mode;

    #[test]
    fn while_it_runs_nothing_is_said_of_answers_or_tips() {
        let burst = Flag::Burst { mode: Some(Mode::Kiosk), n: Some(24) };
        let all = vec![burst, Flag::AllTens { mode: None, n: None, tens: None }, Flag::Suggested { n: None }];
        assert_eq!(only_bursts(all), [burst]);
    }
}
