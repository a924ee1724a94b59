//! All queries of the group.
mod taps;
mod lots;
mod passes;
mod moves;

pub use lots::{
    day_of, fair_of, has as has_lot, hold as hold_lot, insert as insert_lot, of_fair, remove as remove_lot,
    remove_bays, set as set_lot, set_bays,
};
pub use moves::{
    Move, by_id as move_of, forget, forget_before, insert as insert_move, of_lots as moves_of, set_done, with_phone,
};
pub use passes::{Pass, by_secret, insert as insert_pass, of_lot as passes_of, withdraw};
pub use taps::{Kept as KeptTap, changes, count as taps_of, insert as insert_tap, known, latest as latest_taps};
