//! Walks, what is odd, and refusals in words.
use kernel::refusal::{Next, Refusal, Said};
use kernel::view::View;
use stations::Station;

use super::answers::Walk;
use super::rules::{NoStocktake, Odd};
use crate::StocktakeId;
use crate::frame::{self, Frame};
use crate::rules::Shelf;

/// Where staff begin a walk.
pub fn top(station: &Station) -> String {
    station.path("/desk/library/stocktakes")
}

/// Where staff go on with one.
pub fn path(station: &Station, id: StocktakeId) -> String {
    format!("{}/{id}", top(station))
}

/// A 架 · 文学; 所有书架
pub fn along(v: &View, shelf: Option<&Shelf>) -> String {
    shelf.map_or_else(|| v.t("stocktakes-all-shelves"), |shelf| frame::shelf(v, shelf).to_owned())
}

/// 6月24日 19:20，李建国
pub fn begun(f: Frame<'_>, walk: &Walk) -> String {
    let (when, at) = (f.when(), walk.stocktake.begun_at);
    let at = format!("{} {}", when.date_in_full(when.date(at)), when.time(at));
    match &walk.by {
        Some(name) => f.v.ta("stocktakes-begun-by", &[("name", name.as_str().into()), ("at", at.into())]),
        None => at,
    }
}

/// What does not fit, and what to do about it.
pub fn odd(f: Frame<'_>, odd: Odd, shelves: &[Shelf]) -> String {
    let key = format!("stocktakes-odd-{}", odd.word());
    match odd {
        Odd::Lent { due_on } => f.v.ta(&key, &[("on", f.when().date_in_full(due_on).into())]),
        Odd::OtherShelf { shelf } => {
            let name = shelves.iter().find(|s| s.id == shelf).map(|s| frame::shelf(f.v, s).to_owned());
            f.v.ta(&key, &[("shelf", name.unwrap_or_default().into())])
        }
        _ => f.v.t(&key),
    }
}

impl Refusal for NoStocktake {
    fn code(&self) -> &'static str {
        match self {
            NoStocktake::NoShelf => "no-such-shelf",
            NoStocktake::Running(_) => "stocktake-running",
            NoStocktake::Over(_) => "stocktake-over",
            NoStocktake::Moved(_) => "stocktake-moved",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.t(&format!("stocktakes-no-{}", self.code())))
    }
}

/// The same with what works instead.
pub fn said(v: &View, station: &Station, no: &NoStocktake) -> Said {
    let href = match no {
        NoStocktake::NoShelf => station.path("/desk/library/shelves"),
        NoStocktake::Running(id) => path(station, *id),
        NoStocktake::Over(_) => top(station),
        NoStocktake::Moved(id) => format!("{}/end", path(station, *id)),
    };
    let label = v.t(&format!("stocktakes-no-{}-next", no.code()));
    Said { next: vec![Next { label, href }], ..no.say(v) }
}
