//! 场地季: a season's weekly times, allocated by a published rule that anybody can do again (docs/seasons.md).
//!
//! Offices and groups are public by name, whoever leads a group is not. Until the deadline nobody but the desk reads what others
//! wish; the seed of the lottery is sealed until the result.
pub mod rules;
mod schema;
mod store;
mod says;
pub mod acts;
mod answers;
mod asked;
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

pub use acts::{checks, forget_before, holding, jobs};
pub use pages::samples;
pub use parts::{home_section, mine_section};

pub fn routes() -> Router<House> {
    web::routes().merge(desk::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    api::api().merge(desk::api())
}
