//! The desk's addresses. Who stands at the counter is said in bodies only, never in an address.
mod counter;
mod lists;
mod settings;

use axum::Router;
use axum::routing::{get, post};
use kernel::fault::Fault;
use kernel::house::House;
use people::Role;
use stations::Here;

use super::assets;
use super::pages::Ctx;
use crate::frame::Frame;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/library", get(counter::empty).post(counter::press))
        .route("/s/{slug}/desk/library/reader", post(counter::press))
        .route("/s/{slug}/desk/library/holds", get(lists::holds))
        .route("/s/{slug}/desk/library/holds/{id}/cancellation", post(lists::cancel))
        .route("/s/{slug}/desk/library/told/{id}", post(lists::told))
        .route("/s/{slug}/desk/library/overdue", get(lists::overdue))
        .route("/s/{slug}/desk/library/tasks", get(lists::tasks))
        .route("/s/{slug}/desk/library/tasks/{id}", post(lists::settle))
        .route("/s/{slug}/desk/library/settings", get(settings::show).post(settings::keep))
        .merge(assets::routes())
}

/// What the pages are drawn with.
fn ctx<'a>(here: &'a Here, once: &'a str) -> Ctx<'a> {
    let f = Frame { v: &here.v, station: &here.desk.station };
    Ctx { f, manager: here.desk.staff.role >= Role::Manager, once }
}

/// The counter's address, or one below it.
fn path(here: &Here, below: &str) -> String {
    here.desk.station.path(&format!("/desk/library{below}"))
}

type Drawn = Result<axum::response::Response, Fault>;
