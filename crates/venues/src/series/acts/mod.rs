//! The acts on series. Those that take a connection run in the caller's transaction, for clubs and seasons, which decide
//! for themselves who may; what they refuse must not be committed. The others are for a person or a member of staff.
mod doing;
mod dates;
mod make;
mod ahead;
mod place;
mod change;
mod end;
mod tell;
mod by_actor;
mod job;

pub use ahead::preview;
pub use by_actor::{Answered, Wish, change_of, end_of, give_up_of, make_for, place_of, theirs};
pub use change::{Change, change_from};
pub use doing::{Doing, named};
pub use end::{end_from, give_up};
pub use job::jobs;
pub use make::{NewSeries, make};
pub use place::{Placing, place};
