//! What an opinion is, what may become of it and until when. Pure.
mod receipt;
mod state;
mod step;
mod due;
mod refusal;
mod moves;
mod named;
mod mask;
mod stamp;
mod release;
mod figures;
mod new;
#[cfg(test)]
mod tests;

pub use due::{Clocks, Due, KEEP_DAYS, LAPSE_DAYS, due, lapsed, silent_after};
pub use figures::{Fact, Figures, add_up};
pub use mask::mask;
pub use moves::{Move, next};
pub use named::{Choice, NamedBy, found_in, same_name};
pub use new::{
    MOST_IN_NAME, MOST_IN_PLACE, MOST_IN_TEXT, MOST_PHOTOS, keeps_phone, may_speak, no_phone_since, over_since, text_of,
};
pub use receipt::{Receipt, check_digit};
pub use refusal::Refusal;
pub use release::{goes_now, last_release, next_release, week_of};
pub use stamp::{BITS, BUSY_ABOVE, BUSY_FOR, GOOD_FOR, PATIENCE, Stamp, is_worked};
pub use state::State;
pub use step::{Look, Satisfied, Source, Step};
