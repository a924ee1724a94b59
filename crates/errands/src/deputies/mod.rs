//! 人大代表接待日: a deputy receives at a place and hours that were announced three days ahead; a resident takes a slot; what
//! they say is written down, routed to an office with a day until which it replies, and followed by its address.
//!
//! Stations know two roles, clerk and manager, and which office somebody belongs to; there is no role of a deputy. A deputy is
//! a record, which may be tied to a login. Whoever signs in with that login is the deputy, whatever else they are here: they
//! speak and say "not settled", and neither answer nor close what an office has. For a deputy without a login staff write down
//! what the deputy says, but never those who answer for the same office (`rules::Hat`).
pub mod rules;
mod schema;
mod store;
pub mod answers;
mod says;
pub mod acts;
mod asked;
mod keyed;
mod pages;
mod parts;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use acts::{checks, holding, jobs};
pub use api::api;
pub use pages::samples;
pub use parts::home_section;
pub use web::routes;

kernel::id_type! {
    /// A day on which a deputy receives.
    pub DayId
}

kernel::id_type! {
    /// Somebody's slot, and what came of it. Whoever has its address has it.
    pub VisitId
}
