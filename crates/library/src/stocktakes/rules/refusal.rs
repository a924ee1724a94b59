//! Why something cannot be done with a stocktake.
use crate::StocktakeId;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoStocktake {
    /// There is no such shelf, or none at all.
    NoShelf,
    /// Somebody walks there already.
    Running(StocktakeId),
    Over(StocktakeId),
    /// What would be missing is not what was looked at.
    Moved(StocktakeId),
}
