//! The acts on clubs, each one transaction: hold -> facts -> rule -> keep, and an event as the last thing.
//!
//! Where a club and venues are held, the club comes first.
mod load;
mod tell;
mod found;
mod text;
mod members;
mod lead;
mod notices;
mod meetings;
mod arrive;
mod close;
mod hide;
mod forgetting;
mod check;

pub use arrive::arrive;
pub use check::checks;
pub use close::close;
pub use forgetting::holding;
pub use found::{Founder, Text, found};
pub use hide::{agree, appeal, ask_to_hide, show_again};
pub use lead::{ask_to_lead, lead, take_back};
pub use load::{is_led, of_room};
pub use meetings::{Meeting, change, end, give_up, meet, place, preview};
pub use members::{Coming, Joined, admit, asking, join, leave, remove};
pub use notices::{jobs, notice};
pub use text::set_text;
