//! What programs send, and what the forms of the pages become.
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::rules::MOST_AT_ONCE;
use crate::rules::Shelf;

/// A walk along a shelf, or along all.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewStocktake {
    /// The code of the shelf; left out, it goes along all.
    #[serde(default)]
    #[schema(max_length = 12, example = "a1")]
    pub shelf: Option<String>,
}

impl NewStocktake {
    pub fn checked(&self, shelves: &[Shelf]) -> Result<Option<i32>, Problems> {
        let mut p = Problems::default();
        let shelf = read_shelf(&mut p, self.shelf.as_deref(), shelves);
        p.or_else_all(Some(shelf))
    }
}

/// What was scanned on a shelf.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StocktakeScans {
    /// The code of the shelf on which all of this stands. Left out: the shelf of the walk, or each copy's own.
    #[serde(default)]
    #[schema(max_length = 12, example = "a1")]
    pub shelf: Option<String>,
    /// As scanners write them, or the addresses that the codes beside the bars open. What no copy has is answered as unknown.
    #[schema(min_items = 1, max_items = 200)]
    pub barcodes: Vec<String>,
}

impl StocktakeScans {
    /// On which shelf, and what.
    pub fn checked(&self, shelves: &[Shelf]) -> Result<(Option<i32>, Vec<String>), Problems> {
        let mut p = Problems::default();
        let shelf = read_shelf(&mut p, self.shelf.as_deref(), shelves);
        let barcodes: Vec<String> = self.barcodes.iter().map(|typed| plain(typed)).collect();
        if barcodes.iter().all(String::is_empty) {
            p.add("barcodes", "stocktakes-nothing-scanned");
        }
        if barcodes.len() > MOST_AT_ONCE {
            p.add_with("barcodes", "stocktakes-too-many", vec![("most", MOST_AT_ONCE.to_string())]);
        }
        let barcodes = barcodes.into_iter().filter(|typed| !typed.is_empty()).collect();
        p.or_else_all(Some((shelf, barcodes)))
    }
}

/// What whoever ends a walk has looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StocktakeEnd {
    /// The mark of the list of missing copies, as `stocktakeEnding` gave it. If the list has changed since, nothing is done.
    #[schema(min_length = 16, max_length = 16, pattern = "^[0-9a-f]{16}$")]
    pub read: String,
}

/// Nothing for nothing typed.
fn read_shelf(p: &mut Problems, code: Option<&str>, shelves: &[Shelf]) -> Option<i32> {
    let code = code.map(str::trim).filter(|code| !code.is_empty())?;
    let found = shelves.iter().find(|shelf| shelf.code.eq_ignore_ascii_case(code)).map(|shelf| shelf.id);
    p.take("shelf", found.ok_or(()), "stocktakes-no-such-shelf")
}

/// Longer than any barcode or address of one.
const LONGEST: usize = 200;

/// What is shown of a scan: no barcode has a mark that nobody sees, and none is so long.
fn plain(typed: &str) -> String {
    typed.trim().chars().filter(|c| !c.is_control()).take(LONGEST).collect()
}

/// The shelf whose label was scanned: its code opens an address.
pub fn shelf_label<'s>(typed: &str, shelves: &'s [Shelf]) -> Option<&'s Shelf> {
    let (_, rest) = typed.split_once("/library/shelves/")?;
    let code = rest.split(['/', '?', '#']).next().unwrap_or_default().trim();
    shelves.iter().find(|shelf| shelf.code.eq_ignore_ascii_case(code))
}

/// The fields of the pages' forms.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct WalkForm {
    pub once: String,
    /// The code of a shelf.
    pub shelf: String,
    /// One barcode or several, with room between.
    pub barcode: String,
    /// The mark of the list that was looked at.
    pub read: String,
}

impl WalkForm {
    pub fn new_stocktake(&self) -> NewStocktake {
        NewStocktake { shelf: Some(self.shelf.clone()) }
    }

    pub fn scans(&self) -> StocktakeScans {
        let barcodes = self.barcode.split_whitespace().map(str::to_owned).collect();
        StocktakeScans { shelf: Some(self.shelf.clone()), barcodes }
    }
}

/// What was asked for in the address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    /// The code of the shelf where whoever walks stands.
    pub shelf: String,
    pub done: String,
}
