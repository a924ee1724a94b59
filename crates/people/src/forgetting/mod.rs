//! What is known of a resident, for themselves: all of it to take away, and all of it forgotten when they say so.
mod own;
mod acts;
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use acts::forget_whose_time_is_over;
pub use api::api;
pub use pages::samples;
pub use web::routes;
