//! What stands on a shelf is scanned, many barcodes or one at a time, by one or by several at once.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

use crate::StocktakeId;
use crate::catalogue::answers::{copy_by_barcode, title};
use crate::catalogue::rules::barcode;
use crate::rules::{Copy, Title};
use crate::stocktakes::rules::{NoStocktake, Odd, ScanFacts, Stocktake, odd};
use crate::stocktakes::store::{copies, seen, walks};

/// What one barcode led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scanned {
    /// As it came.
    pub typed: String,
    /// Nothing where no copy of the station has it.
    pub copy: Option<(Copy, Title)>,
    /// All that does not fit.
    pub odd: Vec<Odd>,
}

/// Each is noted as seen on the shelf `at`; without one, on its own. A barcode that comes twice is seen once. Scans write no event:
/// what was seen is a row of its own already, and a room has thousands.
pub async fn scan(
    house: &House,
    station: &Arc<Station>,
    (id, at): (StocktakeId, Option<i32>),
    typed: Vec<String>,
) -> Result<Vec<Scanned>, Not<NoStocktake>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let walk = walks::held(c, station.id, id)?;
        walk.runs()?;
        typed.iter().map(|one| see(c, &station, (&walk, at, now), one)).collect()
    };
    house.db.write(work).await
}

fn see(
    c: &mut Conn,
    station: &Station,
    (walk, at, now): (&Stocktake, Option<i32>, Timestamp),
    typed: &str,
) -> Result<Scanned, Not<NoStocktake>> {
    let found = match barcode::read(typed) {
        Some(code) => copy_by_barcode(c, station.id, &code)?,
        None => None,
    };
    let Some(copy) = found else {
        return Ok(Scanned { typed: typed.to_owned(), copy: None, odd: vec![] });
    };
    let at = walk.shelf.or(at).unwrap_or(copy.shelf);
    let key = (walk.id, copy.id);
    let before = seen::one(c, station.id, key)?;
    let facts = ScanFacts {
        shelf: copy.shelf,
        stands: copy.stands,
        due_on: copies::due_on(c, station.id, copy.id)?,
        aside: copies::is_aside(c, station.id, copy.id)?,
        before: before.is_some(),
    };
    match before {
        None => seen::insert(c, station.id, key, (at, now, copy.stands))?,
        Some((shelf, _, stood)) if shelf != at || stood != copy.stands => {
            seen::set(c, station.id, key, (at, now, copy.stands))?;
        }
        Some(_) => {}
    }
    let title = title(c, station.id, copy.title)?;
    Ok(Scanned { typed: typed.to_owned(), odd: odd(&facts, at), copy: Some((copy, title)) })
}
