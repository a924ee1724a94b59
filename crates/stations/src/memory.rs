//! What every request needs, kept in memory: stations by slug, and the calendar.
//!
//! A change made here is seen here at once. One made by another process on the same database is seen after [`FRESH`]
//! (stations) or at the next run of `jobs` (the calendar).
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use almanac::holidays::{Calendar, Dataset};
use jiff::Timestamp;
use kernel::fault::Fault;
use kernel::house::House;

use crate::rules::naming::Slug;
use crate::station::Station;
use crate::store;

/// For how long a station is taken from memory without asking the database.
pub const FRESH: Duration = Duration::from_secs(5);
/// How many stations are remembered: a county's worth; beyond that, all are forgotten and asked for again.
const MOST: usize = 2000;

#[derive(Default)]
struct Stations(RwLock<HashMap<String, (Instant, Arc<Station>)>>);

/// The station with this slug, or [`Fault::NotFound`].
pub async fn station(house: &House, slug: &str) -> Result<Arc<Station>, Fault> {
    // What is no slug is not looked for: to a NUL in it PostgreSQL says that it is broken.
    if slug.parse::<Slug>().is_err() {
        return Err(Fault::NotFound);
    }
    let kept = house.shelf::<Stations>();
    let found = kept.0.read().unwrap_or_else(PoisonError::into_inner).get(slug).cloned();
    if let Some((_, station)) = found.filter(|(at, _)| at.elapsed() < FRESH) {
        return Ok(station);
    }
    let asked = slug.to_owned();
    let station = Arc::new(house.db.read(move |c| store::stations::by_slug(c, &asked)).await?);
    let mut kept = kept.0.write().unwrap_or_else(PoisonError::into_inner);
    if kept.len() >= MOST {
        kept.clear();
    }
    kept.insert(slug.to_owned(), (Instant::now(), station.clone()));
    Ok(station)
}

/// The station has changed: the next request reads it anew.
pub fn forget(house: &House, slug: &str) {
    house.shelf::<Stations>().0.write().unwrap_or_else(PoisonError::into_inner).remove(slug);
}

type Edition = (Option<Timestamp>, i64);

struct Days(RwLock<(Edition, Arc<Calendar>)>);

impl Default for Days {
    fn default() -> Days {
        Days(RwLock::new(((None, 0), Arc::new(Calendar::prc().clone()))))
    }
}

/// Holidays and make-up workdays: the built-in years, and what was imported since.
pub fn calendar(house: &House) -> Arc<Calendar> {
    house.shelf::<Days>().0.read().unwrap_or_else(PoisonError::into_inner).1.clone()
}

/// Takes over imported years. Called at start, after an import, and from time to time for the imports of other processes.
pub async fn load_calendar(house: &House) -> Result<(), Fault> {
    let days = house.shelf::<Days>();
    let edition = house.db.read(store::holidays::edition).await?;
    if days.0.read().unwrap_or_else(PoisonError::into_inner).0 == edition {
        return Ok(());
    }
    let mut calendar = Calendar::prc().clone();
    for (_, content) in house.db.read(store::holidays::files).await? {
        calendar.merge(Dataset::parse(&content).map_err(Fault::broken)?);
    }
    *days.0.write().unwrap_or_else(PoisonError::into_inner) = (edition, Arc::new(calendar));
    Ok(())
}
