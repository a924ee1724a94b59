//! By which of the two ways somebody answers by themselves: on their own phone, or on the screen in the hall.
use stations::Station;

use crate::rules::flags::Mode;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Phone,
    /// The station's own machine. Its addresses lie below `/kiosk`, for its cookie goes nowhere else.
    Machine,
}

impl Way {
    /// Where the ballot is.
    pub fn top(self, station: &Station) -> String {
        station.path(match self {
            Way::Phone => "/survey",
            Way::Machine => "/kiosk/survey",
        })
    }

    /// How the answer is counted.
    pub fn mode(self) -> Mode {
        match self {
            Way::Phone => Mode::Phone,
            Way::Machine => Mode::Kiosk,
        }
    }
}
