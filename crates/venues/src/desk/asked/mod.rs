//! What staff ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
mod text;
mod taking;
mod series;
mod opening;
mod venue;
mod offering;

pub use offering::OfferingEdit;
pub use opening::NewOpening;
pub use series::whose;
pub use taking::{NewBooking, NewWalkIn, Taking};
pub use text::{MOST_IN_A_NAME, MOST_IN_A_NOTE, MOST_IN_A_REASON, line};
pub use venue::VenueEdit;
