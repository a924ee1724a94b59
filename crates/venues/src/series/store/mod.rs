//! Series and their dates, read and written.
mod series;
mod dates;

pub use dates::{
    Dated, dates_of, drop_unbooked_from, insert_date, next_of_clubs, of_reservation, of_reservations, open_clashes,
    pass_on, set_date,
};
pub use series::{
    Holder, Series, by_id, due, insert, of_club, of_person, rename_of_club, running, set_end, set_looked, set_terms,
};
