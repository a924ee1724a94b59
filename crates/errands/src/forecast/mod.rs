//! 等候时间: when somebody who waits will be called, said as honestly as it is known.
//!
//! [`schedule`] gives the waiting tickets to the desks in the order in which the desks would call them; [`Durations`] knows
//! how long their matters take here; [`Band`] knows how far such schedules have been off. [`replay`] measures all of it on
//! recorded days, [`simulate`] makes days to measure on. docs/waiting.md has the figures. Data in, forecast out, as in `rules`.
mod takes;
mod durations;
mod hall;
mod schedule;
mod band;
mod predict;
mod record;
pub mod replay;
pub mod simulate;
#[cfg(test)]
mod tests;

pub use band::{Band, Ends, MISSES};
pub use durations::Durations;
pub use hall::{Comes, Desk, Hall, Serving, Span, Waits};
pub use predict::{About, Cannot, Forecast, forecast, forecast_joining};
pub use record::{Day, End, Opening, Unreadable, Visit, read, write};
pub use schedule::{Turn, schedule};
pub use takes::Takes;
