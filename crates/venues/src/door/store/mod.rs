//! The group's tables, read and written. Every function takes the caller's connection.
mod doors;
mod codes;
mod calls;

pub use calls::{Waiting, forget_given_up, insert_call, last_made, settle_call, take_due};
pub use codes::{
    DoorCode, around_now, by_hash, code_of, codes_of, delete_code, delete_codes_of, digits_hash, insert_code, seen,
    set_digits, set_time, venues_with_codes, with_room,
};
pub use doors::{DoorRow, door, keep_door, set_guesses};
