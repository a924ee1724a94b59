//! 通知到人: telling somebody what concerns them. By message if their phone is known; else a clerk reads it on the call list and
//! tells them: by telephone, in the hall, through a neighbour.
mod rules;
mod schema;
mod store;
mod tell;

pub use rules::{About, Called, Reached, for_ears};
pub use store::{Entry, count_open, drop_waiting, exists, open_of, overtake, settle};
pub(crate) use store::{forget_about, forget_old, lapse};
pub use tell::{News, Whom, has_phone, tell};
