//! The desk's side of season rounds: a manager opens one, offices apply by staff, the rule is applied, changed with a reason,
//! made final. They hang below the tab of series, which they become.
pub(crate) mod pages;
pub(crate) mod new;
mod show;
mod steps;
mod web;
mod shapes;
mod api;

pub use api::api;
pub use web::routes;
