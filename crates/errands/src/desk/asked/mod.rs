//! What staff ask for, well-typed: the bodies of the API, and what the forms of the pages become. Checked in one place.
mod text;
mod step;
mod presence;
mod ticket;
mod matter;
mod official;

pub use matter::{MatterEdit, is_slug};
pub use official::OfficialEdit;
pub use presence::{Saying, wall};
pub use step::{NewStep, PressKind, Wanted, WhatBecame};
pub use text::{MOST_IN_A_NAME, MOST_IN_A_NOTE, MOST_IN_A_REASON, instant, line};
pub use ticket::{NewDeskTicket, Taking};
