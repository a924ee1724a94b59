//! What facts add up to. Pure.
mod period;
mod presence;
mod spread;
mod counts;
mod figures;

pub use counts::{CallBacks, Counts, PresenceDay, Promise, Promises, Ratings, Week};
pub use figures::{Figure, Part, Row, Unit, rows};
pub use period::{MOST_DAYS, NotAPeriod, Period};
pub use presence::{Minutes, minutes};
pub use spread::Spread;
