//! What people ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
mod counting;
mod lots;
mod moves;

pub use counting::{NewParkingRecount, NewParkingTaps, ParkingGateEvent};
pub use lots::{NewParkingBays, NewParkingLot, NewParkingPass, ParkingClosing};
pub use moves::NewParkingMove;
