//! What everybody sees: the month on one page, the county's page, the ballot, and the button of whoever found the door closed.
mod months;
mod county;
mod ballot;
mod found_closed;

use axum::Router;
use kernel::api::Api;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;

/// The public pages.
pub fn routes() -> Router<House> {
    Router::new().merge(months::routes()).merge(county::routes()).merge(ballot::routes()).merge(found_closed::routes())
}

/// The same for programs.
pub fn api() -> Api {
    months::api().merge(county::api()).merge(ballot::api()).merge(found_closed::api())
}

/// The months of an area.
pub const OF_AREA: stations::OfArea = county::OF_AREA;

/// The survey, while it is open.
pub fn home_sections() -> Vec<stations::HomeSection> {
    vec![ballot::home_section()]
}

/// What the page about a station leads to.
pub fn leaves() -> Vec<stations::Leaf> {
    vec![months::LEAF, found_closed::LEAF, ballot::LEAF]
}

/// Every public page with invented figures.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    Ok([months::samples(v)?, county::samples(v)?, ballot::samples(v)?, found_closed::samples(v)?].concat())
}
