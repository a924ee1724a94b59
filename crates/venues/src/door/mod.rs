//! 门口: coming to a room. A code on its wall leads to one's reservation of now; six digits open a door that nobody watches;
//! a lock is told who may come in and when.
//!
//! Whether a code is good, its reservation says at that moment. Codes and what locks know follow it and never decide.
pub mod rules;
pub mod lock;
mod schema;
mod store;
mod answers;
mod says;
mod acts;
mod forms;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

use axum::Router;
use kernel::api::Api;
use kernel::house::House;

pub use acts::{checks, deliver, jobs};
pub use pages::samples;

pub fn routes() -> Router<House> {
    web::routes()
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    api::api()
}
