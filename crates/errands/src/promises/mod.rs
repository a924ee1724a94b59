//! 说过的时间: every time that a person was told and relies on. Each ends kept, revised (and they were told, or are on the call
//! list), broken, or given back by the person. What the station's own figures say of them is counted from facts.
mod rules;
mod schema;
mod store;
mod keep;
mod follow;
mod check;

pub use check::CHECKS;
pub use follow::{follow, is_there, late, settle, take_back};
pub use keep::{NewPromise, end, make, revise};
pub use rules::{Ending, Kind, LATE, Promise, PromiseId, judge, kept_until};
pub use store::{about, due, open_about, open_of_official, open_of_station};
