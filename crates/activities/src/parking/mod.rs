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
mod asked;
mod forms;
mod assets;
mod reads;
mod pages;
mod web;
pub(crate) mod api;
#[cfg(test)]
pub(crate) mod tests;

pub use acts::{CHECKS, holding, jobs};
pub use api::api;
pub use pages::now_at_home;
#[cfg(test)]
pub(crate) use pages::samples;
pub use web::{desk_tabs, routes};

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
