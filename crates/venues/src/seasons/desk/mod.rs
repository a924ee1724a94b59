//! The desk's side of season rounds: a manager opens one, offices apply by staff, the rule is applied, changed with a reason,
//! made final. They hang below the tab of series, which they become.
pub(super) mod pages;
pub(super) mod new;
mod web;
mod steps;
mod api;
mod shapes;

pub use api::api;
pub use web::routes;
