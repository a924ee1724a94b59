//! The desk's side of clubs: which ones wait for something, who is in them and how to reach them; opening one for somebody,
//! finding a new leader, hiding words by two, closing. What a leader does, staff do on the leader's own pages.
mod read;
mod pages;
mod api;
mod web;

pub use api::api;
pub use web::routes;
