//! 约伴: open games. Somebody holds a table and says how many are missing; once they are together, the table is theirs.
//!
//! Strangers read a surname and what is played, never more. Who keeps away from whom, and when somebody could play, writes
//! no event: it is nobody's business.
pub mod rules;
mod schema;
mod store;
mod answers;
pub(crate) mod says;
pub mod acts;
pub(crate) mod asked;
mod forms;
mod reads;
mod pages;
mod parts;
mod web;
mod api;
mod desk;
#[cfg(test)]
mod tests;

use axum::Router;
use kernel::api::Api;
use kernel::house::House;

pub use acts::{checks, holding, jobs};
pub use desk::TAB;
pub use pages::samples;
pub use parts::{home_section, mine_section, on_today};

pub fn routes() -> Router<House> {
    web::routes().merge(desk::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    api::api().merge(desk::api())
}
