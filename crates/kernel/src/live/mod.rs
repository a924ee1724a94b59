//! Open pages that stay true: whoever waits for a station hears the number of its last change, and asks for the rest.
//!
//! The one source is the row of `changes`, read for the stations that somebody waits for: other processes on the same
//! database make changes too, and a number that was committed is never told too early. Everything here is memory and safe
//! to lose: a page that comes back hears the newest number first.
mod seats;
mod news;
mod stream;

pub use news::{Heard, Listener, close, listen};
pub use seats::Bound;
pub use stream::{number, stream};

#[cfg(test)]
mod tests;
