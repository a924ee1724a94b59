//! A copy is asked for, sent or not, called back, taken in.
mod told;
mod ask;
mod send;
mod arrive;
mod check;

pub use arrive::{Arrived, arrive};
pub use ask::{ask, decline, withdraw};
pub use check::CHECKS;
pub use send::{Sending, call_back, send};
