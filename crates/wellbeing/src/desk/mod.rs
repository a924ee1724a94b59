//! What staff do: say that the door is open, look after the months and the number of residents, and see a survey through.
mod door;
mod months;
mod survey;

use axum::Router;
use kernel::api::Api;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;

/// The pages of the desk that this slice has.
pub fn desk_tabs() -> Vec<stations::Tab> {
    vec![door::TAB, months::TAB, survey::TAB]
}

/// The pages of the desk.
pub fn routes() -> Router<House> {
    Router::new().merge(door::routes()).merge(months::routes()).merge(survey::routes())
}

/// The same for programs.
pub fn api() -> Api {
    door::api().merge(months::api()).merge(survey::api())
}

/// Every page of the desk with invented figures.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    Ok([door::samples(v)?, months::samples(v)?, survey::samples(v)?].concat())
}
