//! What came of a press, and the counter after it.
use jiff::civil::Date;
use kernel::form::Problems;
use kernel::refusal::Said;

use crate::desk::reads::{AtCounter, Board, Hit};
use crate::lending::acts::Back;
use crate::rules::{Shelf, Title};

/// What came of a press.
pub enum Came {
    Nothing,
    /// The device has sent it before, with what it had noted.
    Already,
    Lent {
        title: Title,
        due_on: Date,
    },
    Back {
        title: Title,
        back: Back,
        shelf: Option<Shelf>,
    },
    /// Of a title that the reader still has.
    Renewed {
        title: Option<Title>,
        due_on: Date,
    },
    Waits {
        title: Title,
    },
    /// For whom is it? The title, and whether somebody wants to wait for it or take a copy.
    Asks {
        title: Title,
        waits: bool,
    },
    /// Nobody waits any longer.
    Cancelled,
    /// Several are called so, or one is: is it one of these?
    Which {
        all: Vec<AtCounter>,
    },
    Refused {
        said: Said,
        also: Also,
    },
}

/// What a clerk may do about a no.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Also {
    Nothing,
    /// Lend it over the limits.
    Despite,
    /// Take it back from whoever has it.
    Back,
}

/// The counter after a press.
pub struct Served {
    pub came: Came,
    /// Whoever stands there.
    pub reader: Option<AtCounter>,
    /// What was typed.
    pub typed: String,
    /// What was scanned, for whatever is pressed next about it.
    pub barcode: String,
    /// The title that somebody wants to wait for, and the button that was pressed.
    pub hold: String,
    pub then: String,
    pub hits: Vec<Hit>,
    pub problems: Problems,
    /// Counted when the counter is opened: it holds up no press.
    pub board: Option<Board>,
}
