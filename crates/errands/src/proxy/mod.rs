//! 代办: a family member, somebody of the village or the clerk does a matter for somebody who agreed to it.
//!
//! A consent says for what, who, how it was given and until when; whoever gave it sees it and takes it back at any time. A number
//! that is drawn under it carries the proxy's name to the desk and onto the slip.
pub mod rules;
mod schema;
mod store;
mod answers;
pub mod acts;
mod says;
mod asked;
mod forms;
mod reads;
mod pages;
mod parts;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use answers::{Seen, held, one};
pub use api::api;
pub use pages::samples;
pub use parts::mine_section;
pub use store::end_on;
pub use web::routes;

kernel::id_type! {
    /// What somebody agreed to.
    pub ConsentId
}
