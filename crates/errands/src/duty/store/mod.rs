//! All queries of the group.
mod posts;
mod shifts;
mod items;
mod steps;
mod forget;

pub use forget::{forget_person, forget_words, of_person, to_forget};
pub use items::{Kept, by_id, closed_since, hold, insert, missed, set, standing};
pub use posts::{
    Post, add as add_post, counted, edit as edit_post, hold as hold_post, last as last_post, post, posts, to_count,
};
pub use shifts::{
    Kept as KeptShift, add as add_shift, by_id as shift, forget as forget_shifts, of_days, remove as remove_shift,
    set as set_shift,
};
pub use steps::{Made, add as add_step, of_item};
