//! The group's tables, read and written. Every function takes the caller's connection.
mod rounds;
mod applications;
mod awards;
mod changes;
mod forget;

pub use applications::{
    Filed, NewApplication, by_id as application, delete, find_of, insert as insert_application, of_person, of_round,
    set_asked, set_known,
};
pub use awards::{Given, insert as insert_award, of_round as awards_of, set_tried, to_make};
pub use changes::{insert as insert_change, of_round as changes_of};
pub use forget::{forget_before, of_person as all_of_person, unlink};
pub use rounds::{
    Round, all, before, by_id, call_off, hold, insert, open, set_allocated, set_confirmed, set_locked, to_lock,
    unfinished,
};
