//! What the pages and calls ask: the survey that is not over, and what came of earlier ones.
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::lottery::Published as _;
use stations::Station;

use crate::SurveyId;
use crate::acts::day_of;
use crate::answers::{self, Public};
use crate::months;
use crate::rules::period::Days;
use crate::rules::survey::SurveyBasis;
use crate::rules::waves::State;

/// So many earlier ones are shown; the months have them all.
const SHOWN: usize = 6;

/// What everybody may know.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Asked {
    /// One that is made, drawn, open, or about to be closed.
    pub now: Option<Public>,
    /// The newest first.
    pub over: Vec<Over>,
}

/// A survey that is over.
#[derive(Debug, Clone, PartialEq)]
pub struct Over {
    pub id: SurveyId,
    pub basis: SurveyBasis,
    /// The month in which it is published, once that month is: `2026-06`.
    pub month: Option<String>,
}

impl Asked {
    /// The one that takes answers today.
    pub fn open(&self) -> Option<&Public> {
        self.now.as_ref().filter(|survey| survey.state == State::Open)
    }
}

/// # Errors
/// The database's.
pub async fn asked(house: &House, station: &Arc<Station>) -> Result<Asked, Fault> {
    let (h, station, today) = (house.clone(), station.clone(), day_of(station, house.now()));
    let read = move |c: &mut Conn| {
        let now = answers::current(c, &h, &station, today)?;
        let published: Vec<_> = months::answers::months(c, station.id)?.into_iter().map(|row| row.month).collect();
        let mut over = answers::results(c, station.id)?;
        over.truncate(SHOWN);
        let one = |(id, basis): (SurveyId, SurveyBasis)| {
            let month = Days::month(basis.closed_on);
            let month = published.contains(&month.from).then(|| month.name());
            Over { id, basis, month }
        };
        Ok(Asked { now, over: over.into_iter().map(one).collect() })
    };
    house.db.snapshot(read).await
}

/// Draws as they were published, by survey: after the draw nothing of it changes, and drawing anew takes long where many could be.
#[derive(Default)]
struct Drawn(Mutex<HashMap<SurveyId, Arc<str>>>);

/// So many are kept in memory.
const KEPT: usize = 64;

/// The published draw as its bytes: of the survey that is named, else of the one that is not over, else of the last one.
///
/// # Errors
/// `NotFound` if there is none, or the database's.
pub async fn draw(house: &House, station: &Arc<Station>, named: Option<&str>) -> Result<String, Fault> {
    let named: Option<SurveyId> = named.map(str::parse).transpose().map_err(|_| Fault::NotFound)?;
    let (h, station, today) = (house.clone(), station.clone(), day_of(station, house.now()));
    let drawn = house.shelf::<Drawn>();
    let read = move |c: &mut Conn| {
        let id = match named {
            Some(id) => id,
            None => match answers::current(c, &h, &station, today)? {
                Some(now) => now.id,
                None => answers::results(c, station.id)?.first().map(|(id, _)| *id).ok_or(Fault::NotFound)?,
            },
        };
        let kept = || drawn.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(text) = kept().get(&id).filter(|_| answers::is_of(c, station.id, id).unwrap_or(false)) {
            return Ok(text.to_string());
        }
        let sheet = answers::sheet(c, &h, &station, id)?;
        let text = sheet.text();
        if sheet.seed.is_some() {
            let mut kept = kept();
            if kept.len() >= KEPT {
                kept.clear();
            }
            kept.insert(id, text.as_str().into());
        }
        Ok(text)
    };
    house.db.snapshot(read).await
}
