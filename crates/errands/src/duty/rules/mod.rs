//! When somebody stands at a post, and what becomes of a question. Data in, decision out: no database, no web, no clock.
mod refusal;
mod cover;
mod shift;
mod item;
mod step;

pub use cover::{Cover, Span, cover};
pub use item::{Ending, Item, KEPT_WITHIN, MOST_DAYS, Promise, State, USUAL_DAYS, seen};
pub use refusal::Refusal;
pub use shift::{LONGEST, Now, Shift, again, fits, hand_over, is_over, now};
pub use step::{By, Press, Step, press};
