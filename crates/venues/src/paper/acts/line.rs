//! One line of the paper, as a clerk types it in, and what became of it.
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::ReservationId;
use crate::rules::{OnPaper, State};
use kernel::db::types::Id;
use kernel::event::By;
use kernel::house::House;
use people::StaffId;
use stations::Station;

/// What stood there, and what the clerk says of whoever is in its place.
#[derive(Debug, Clone)]
pub struct Line {
    /// The slug of the offering.
    pub offering: String,
    pub paper: OnPaper,
    pub name: Option<String>,
    pub others: Vec<(ReservationId, Other)>,
    /// It is not to become a reservation: keep it as it stands.
    pub as_note: bool,
}

/// What really was with a reservation that is in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Other {
    /// They played at another table: the program finds one that was free.
    Moved,
    /// They never came.
    NotCome,
    /// It is theirs: the line tells whether they came.
    Same,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Became {
    Entered {
        id: ReservationId,
        state: State,
    },
    /// It was a reservation that stood already.
    Theirs {
        id: ReservationId,
        state: State,
    },
    Noted {
        id: Id,
    },
}

/// Who types where and when: what each step of entering a line needs.
pub(super) struct Typing<'a> {
    pub house: &'a House,
    pub station: &'a Station,
    pub now: Timestamp,
    pub staff: StaffId,
    /// The name, sealed.
    pub guest: Option<&'a [u8]>,
}

impl Typing<'_> {
    pub fn by(&self) -> By {
        By::Staff(self.staff.0)
    }
}
