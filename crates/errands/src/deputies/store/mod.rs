//! All queries of the group.
mod deputies;
mod days;
mod visits;
mod steps;
mod forget;

pub use days::{
    Kept as KeptDay, add as add_day, by_id as day, call_off, from as days_from, hold as hold_day, of_deputy,
};
pub use deputies::{
    Deputy, add as add_deputy, all as deputies, by_id as deputy, edit as edit_deputy, hold as hold_deputies,
    last as last_deputy,
};
pub use forget::{forget_person, forget_words, of_person, to_forget};
pub use steps::{Made, add as add_step, of_visit};
pub use visits::{Kept, by_id, hold, insert, lapsing, of_day, open, over_since, set, taken};
