//! Waits, offers and displaced reservations, read and written. Every function takes the caller's connection.
mod waits;
mod offers;

pub use offers::{Displaced, Kept, displaced_of, insert_displaced, insert_offer, offer_of, reminded, to_remind};
pub use waits::{
    NewWait, Wait, ending, insert_wait, live_of_person, live_of_venue, live_on, set_wait, stations_of_waits,
    wait_by_id, waits_of_person,
};
