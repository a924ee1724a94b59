//! One walk along one shelf, or along all.
use jiff::Timestamp;
use people::StaffId;

use super::refusal::NoStocktake;
use crate::StocktakeId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stocktake {
    pub id: StocktakeId,
    /// All shelves without one.
    pub shelf: Option<i32>,
    pub begun_at: Timestamp,
    pub begun_by: StaffId,
    pub ended_at: Option<Timestamp>,
}

impl Stocktake {
    pub fn covers(&self, shelf: i32) -> bool {
        self.shelf.is_none_or(|one| one == shelf)
    }

    /// Nobody scans into a walk that is over, and nobody ends it twice.
    pub fn runs(&self) -> Result<(), NoStocktake> {
        if self.ended_at.is_none() { Ok(()) } else { Err(NoStocktake::Over(self.id)) }
    }
}

/// Two walks along one shelf would each count half of it: whoever comes second joins the first. `open` are those that run.
pub fn may_begin(shelf: Option<i32>, shelves: &[i32], open: &[Stocktake]) -> Result<(), NoStocktake> {
    if shelves.is_empty() || shelf.is_some_and(|one| !shelves.contains(&one)) {
        return Err(NoStocktake::NoShelf);
    }
    let meets = |other: &&Stocktake| shelf.is_none_or(|one| other.covers(one));
    match open.iter().find(meets) {
        Some(other) => Err(NoStocktake::Running(other.id)),
        None => Ok(()),
    }
}
