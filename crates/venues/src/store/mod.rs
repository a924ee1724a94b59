//! The slice's tables, read and written. Every function takes the caller's connection.
mod catalogue;
mod layers;
mod claims;
mod reservations;
mod facts;
mod notes;
mod settle;
mod across;

pub use across::{Room, offered, rooms, that_offer};
pub use catalogue::{
    Catalogue, catalogue, hold, insert_atom, insert_offering, insert_venue, offering_by_slug, update_offering,
    update_venue, venue_of,
};
#[cfg(any(test, feature = "testing"))]
pub use claims::take_cells;
pub use claims::{claims_of, holders, units_of};
pub use facts::{
    Nearby, around, facts_and_settled, facts_for, facts_seen, nearby, open_in, priorities, waits_for_notice,
};
pub use layers::{insert_layer, layers_between, revoke_layer};
pub use notes::{note_end, note_not_so};
pub use reservations::{
    NewReservation, Reservation, by_id, by_ids, day, held_for, hit_by, insert, of_person, requests, set_code,
    set_guest, set_state, set_time, stations_of,
};
pub use settle::{due_to_settle, settle, settle_venue};
