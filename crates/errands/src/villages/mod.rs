//! 进村的日子: an official goes to villages on a day, and whoever lives there is met there instead of coming to the hall.
//!
//! A day has so many minutes: the road and what was promised are taken from them, and above that nobody is promised anything.
//! Whoever waits in the hall and said that they live there is asked; everybody else may ask, with a name and no account. Names are
//! on the route sheet, which the official and the desk read, and on no page that others do.
mod answers;
pub mod acts;
mod says;
mod asked;
mod forms;
mod assets;
mod reads;
mod pages;
mod parts;
mod web;
mod api;
#[cfg(test)]
pub(crate) mod tests;

pub use api::api;
pub use pages::samples;
pub use parts::mine_section;
pub use web::routes;
