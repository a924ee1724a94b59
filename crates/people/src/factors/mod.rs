//! What staff prove beside a password, or instead of one: digits of an app, recovery codes, passkeys.
mod rules;
mod schema;
mod store;
mod said;
mod acts;
mod forms;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub use acts::{Entered, sign_in_staff};
pub use acts::{disable_staff, forget_over, reset};
pub use api::api;
pub use pages::samples;
pub use store::{Has, has};
pub use web::routes;
