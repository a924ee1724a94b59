//! Who may do what in a club. Data in, decision out: no database, no web, no clock of its own.
mod refusal;
mod club;
mod notice;
mod hiding;

pub use club::{
    Club, Entry, MOST_LED, Member, admit, ask_to_lead, found, join, lead, leave, meet, shown_count, stands,
};
pub use hiding::{Hiding, agree};
pub use notice::{awake, notice};
pub use refusal::NoClub;
