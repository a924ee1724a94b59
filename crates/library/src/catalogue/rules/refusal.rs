//! Why nothing comes in, or nothing is changed.
use serde::{Deserialize, Serialize};

use crate::TitleId;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoIntake {
    /// The station has no such shelf.
    NoShelf,
    /// Another title of the station has that ISBN.
    IsbnThere { title: TitleId },
    /// Another shelf of the station has that code.
    CodeThere,
    /// Somebody has the copy: first it comes back.
    Lent,
    /// It is put aside for somebody.
    KeptForSomebody,
    /// It is on its way to another station.
    OnTheWay,
}
