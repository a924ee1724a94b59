//! 停车场: for the day of a fair the compound becomes a free car park, and whoever comes is told where a bay is free.
//!
//! Marshals count by tapping, also where there is no line: every tap has a nonce of the device that it was pressed on, so that it
//! may be sent late, in any order and more than once. Nobody is recognised; no plate is kept but a part of one, sealed, of a car
//! that stands in the way.
pub mod rules;
mod schema;
mod store;
pub mod answers;
pub mod acts;
mod says;
//OFF mod asked;
//OFF mod forms;
//OFF mod assets;
//OFF mod reads;
//OFF mod pages;
//OFF mod web;
//OFF mod api;
#[cfg(test)]
mod tests;

pub use acts::{CHECKS, holding, jobs};
//OFF pub use api::api;
//OFF pub use assets::routes as files;
//OFF pub use pages::{now_at_home, samples};
//OFF pub use web::routes;

kernel::id_type! {
    /// One car park of one fair.
    pub LotId
}

kernel::id_type! {
    /// One marshal's link.
    pub PassId
}

kernel::id_type! {
    /// One car that stands in the way.
    pub MoveId
}
