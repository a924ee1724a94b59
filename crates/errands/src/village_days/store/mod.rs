//! All queries of the group.
mod days;
mod tickets;
mod trips;
mod visits;

pub use days::{
    Kept as KeptDay, by_id as day, from as days_from, hold, insert as insert_day, of_official, official_name,
    set as set_day,
};
pub use tickets::{forget_villages, live_in, lives_in, say_village};
pub use trips::{Trip, since as trips_since};
pub use visits::{
    Kept as KeptVisit, all_theirs, by_id as visit, forget, forget_before, has_place, insert as insert_visit, lapse,
    lapsing, of_day, of_ticket, set as set_visit, theirs,
};
