//! 兴趣小组: people who share a hobby. One of them leads, others ask to be in, and they meet again and again: a club's
//! meetings are series that it holds, made with `series::acts` like everybody's.
//!
//! Strangers read what a club does, when it meets, its leader's surname and a number of ten or more; the leader reads what
//! members want to be called. Who is in which club writes no event.
pub mod rules;
mod schema;
mod store;
mod answers;
mod says;
pub mod acts;
mod asked;
mod forms;
mod reads;
mod steps;
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
pub use pages::samples;
pub use parts::{home_section, mine_section};

pub fn routes() -> Router<House> {
    web::routes().merge(desk::routes())
}

/// The same acts for programs; paths are below `/api/v1`.
pub fn api() -> Api {
    api::api().merge(desk::api())
}
