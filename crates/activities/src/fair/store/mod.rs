//! All queries of the group.
mod plan;
mod stalls;

pub use plan::{
    all_draws, draw, entries, insert_entry, insert_place, places, remove_entry, remove_place, sealed_seed, set_drawn,
    set_entry, set_terms, terms,
};
pub use stalls::{
    Kept, by_id as stall, forget, forget_before, insert as insert_stall, next_number, of_fair as stalls,
    set as set_stall, set_turn, with_phone,
};
