//! The group's tables, read and written. Every function takes the caller's connection.
mod clubs;
mod members;
mod notices;
mod hidings;
mod forget;

pub use clubs::{
    Club, NewClub, by_id, close, find, hold, insert, led_by, of_heir, running, set_heir, set_leader, set_text,
    tell_once_a_day,
};
pub use forget::{clubs_with, forget};
pub use hidings::{Hiding, agree, answer, ask, end, open_of, open_of_all};
pub use members::{Member, NewMember, clubs_of, counts, insert_member, let_in, of_club, remove, remove_all};
pub use notices::{Notice, due, forget_old, insert_notice, lately, mark_told, of_club as notices_of, remove_of};
