//! The months of areas, each made once: to add up a province thousands of published months are read, and anybody may ask for it again
//! and again. What was made is valid as long as the area has published nothing more and has as many stations.
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use tokio::sync::Semaphore;

use super::store;
use crate::rules::county::{self, CountySheet, FEWEST_STATIONS};
use crate::rules::period::Days;
use crate::rules::sheet::MonthSheet;

/// So many sheets are kept in memory; the one that was asked for longest ago goes first.
const KEPT: usize = 64;
/// A station's key has so many digits; the first are those of where it lies.
const KEY: u32 = 11;

/// Which month of which area.
type Which = (i64, Date);

/// What an area had published when its sheet was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    /// Of the month, corrections too. A published row is never changed or taken away.
    revisions: u64,
    newest: Option<Timestamp>,
    /// All that there are, whether they publish or not.
    stations: u64,
}

struct Kept {
    which: Which,
    state: State,
    sheet: Arc<CountySheet>,
}

/// The sheets that this process has made, the one that was asked for last at the end.
struct Made {
    kept: Mutex<VecDeque<Kept>>,
    /// One is made at a time, so that whoever asks for many does not take every reader.
    turn: Arc<Semaphore>,
}

impl Default for Made {
    fn default() -> Made {
        Made { kept: Mutex::default(), turn: Arc::new(Semaphore::new(1)) }
    }
}

impl Made {
    /// The sheet, if it was made of the same.
    fn find(&self, which: Which, state: State) -> Option<Arc<CountySheet>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let place = kept.iter().position(|one| one.which == which && one.state == state)?;
        let one = kept.remove(place)?;
        let sheet = one.sheet.clone();
        kept.push_back(one);
        Some(sheet)
    }

    /// In place of what was made of it earlier.
    fn keep(&self, which: Which, state: State, sheet: Arc<CountySheet>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|one| one.which != which);
        while kept.len() >= KEPT {
            kept.pop_front();
        }
        kept.push_back(Kept { which, state, sheet });
    }
}

/// What a look at an area finds.
enum Look {
    /// So few have published that there is no sheet.
    Few,
    Kept(Arc<CountySheet>),
    /// There may be one, and it was not made yet.
    New(State),
}

/// The month of an area, of its stations' newest revisions and of nothing else. `prefix` is a division code of 2, 4 or 6 digits;
/// nothing for any other, and of fewer than three stations that published the month.
///
/// # Errors
/// The database's.
pub async fn county(house: &House, prefix: i64, month: Date) -> Result<Option<Arc<CountySheet>>, Fault> {
    let Some(keys) = keys(prefix) else { return Ok(None) };
    let (which, made) = ((prefix, month), house.shelf::<Made>());
    let known = made.clone();
    match house.db.snapshot(move |c: &mut Conn| look(c, &known, (which, keys))).await? {
        Look::Few => return Ok(None),
        Look::Kept(sheet) => return Ok(Some(sheet)),
        Look::New(_) => {}
    }
    let turn = made.turn.clone().acquire_owned().await.map_err(Fault::broken)?;
    let known = made.clone();
    let make = move |c: &mut Conn| {
        // Whoever hangs up does not stop the work: the turn ends with it and not with the request.
        let _turn = &turn;
        // Whoever had the turn before may have made it.
        Ok::<_, Fault>(match look(c, &known, (which, keys))? {
            Look::Few => None,
            Look::Kept(sheet) => Some((sheet, None)),
            Look::New(state) => added_up(c, (which, keys), state)?.map(|sheet| (Arc::new(sheet), Some(state))),
        })
    };
    let Some((sheet, new)) = house.db.snapshot(make).await? else { return Ok(None) };
    if let Some(state) = new {
        made.keep(which, state, sheet.clone());
    }
    Ok(Some(sheet))
}

fn look(c: &mut Conn, made: &Made, (which, keys): (Which, (StationId, StationId))) -> Result<Look, Fault> {
    let (revisions, newest) = store::published(c, keys, which.1)?;
    // Each station has one or more.
    if revisions < FEWEST_STATIONS {
        return Ok(Look::Few);
    }
    let state = State { revisions, newest, stations: stations::count(c, which.0)? };
    Ok(made.find(which, state).map_or(Look::New(state), Look::Kept))
}

fn added_up(
    c: &mut Conn,
    ((prefix, month), keys): (Which, (StationId, StationId)),
    state: State,
) -> Result<Option<CountySheet>, Fault> {
    // What is not added up is not held in memory for thousands of stations.
    let slim = |text: &str| {
        Ok(MonthSheet { figures: vec![], changes: vec![], corrections: vec![], survey: None, ..store::read(text)? })
    };
    let sheets = store::newest_of(c, keys, month, slim)?;
    Ok(county::county(prefix, &Days::month(month).name(), state.stations, &sheets))
}

/// The keys of the stations of a province, a city or a county, from the first to the last.
pub fn keys(prefix: i64) -> Option<(StationId, StationId)> {
    let digits = match prefix {
        10..=99 => 2,
        1_000..=9_999 => 4,
        100_000..=999_999 => 6,
        _ => return None,
    };
    let unit = 10_i64.pow(KEY - digits);
    Some((StationId(prefix * unit), StationId(prefix * unit + (unit - 1))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(code: i64) -> Arc<CountySheet> {
        let text = String::new;
        Arc::new(CountySheet {
            format: text(),
            code,
            month: text(),
            stations: 3,
            of: 3,
            door: None,
            rooms: None,
            held: None,
            weeks: vec![],
            figures: vec![],
            sum: text(),
        })
    }

    fn state(revisions: u64) -> State {
        State { revisions, newest: Some(Timestamp::UNIX_EPOCH), stations: 3 }
    }

    #[test]
    fn what_was_made_of_something_else_is_not_found() {
        let (all, which) = (Made::default(), (63, jiff::civil::date(2026, 6, 1)));
        all.keep(which, state(3), made(63));
        assert!(all.find(which, state(3)).is_some());
        assert!(all.find(which, state(4)).is_none());
        assert!(all.find(which, State { stations: 4, ..state(3) }).is_none());
        assert!(all.find(which, State { newest: None, ..state(3) }).is_none());
        assert!(all.find((63, jiff::civil::date(2026, 5, 1)), state(3)).is_none());
        all.keep(which, state(4), made(63));
        assert!(all.find(which, state(3)).is_none() && all.find(which, state(4)).is_some(), "the newer in its place");
    }

    #[test]
    fn of_many_the_one_that_was_asked_for_longest_ago_goes() {
        let (all, june) = (Made::default(), jiff::civil::date(2026, 6, 1));
        for code in 100_000..100_064 {
            all.keep((code, june), state(3), made(code));
        }
        assert_eq!(all.find((100_000, june), state(3)).map(|sheet| sheet.code), Some(100_000));
        all.keep((200_000, june), state(3), made(200_000));
        assert!(all.find((100_001, june), state(3)).is_none(), "the second is the oldest now");
        assert!(all.find((100_000, june), state(3)).is_some() && all.find((200_000, june), state(3)).is_some());
        assert_eq!(all.kept.lock().unwrap_or_else(PoisonError::into_inner).len(), KEPT);
    }
}
