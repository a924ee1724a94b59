//! What there is in the hall: lines and desks are written down and renamed; lines, desks, matters and officials that are no longer
//! used are retired, and can be brought back. Managers only.
//!
//! Nothing is deleted: tickets and figures of earlier days go on naming what they were of. Where something still stands, it
//! is refused, with what stands.
pub mod rules;
mod store;
pub mod acts;
mod says;
mod asked;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use web::routes;
