//! Joins the slices into one web application.
mod health;
mod rehearsal;
mod openapi;
mod layers;

use axum::Router;
use kernel::clock::Rehearsal;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page;

use crate::slices;

pub use rehearsal::instant;

/// Everything that the program answers. `hand` moves the clock of a rehearsal; without one there is no route that could.
pub fn router(house: House, hand: Option<Rehearsal>) -> Result<Router, Fault> {
    let api = slices::api();
    let mut routes = Router::new()
        .merge(slices::pages())
        .merge(api.router())
        .merge(openapi::routes(api, &house.settings))
        .merge(page::look::routes())
        .merge(health::routes());
    if let Some(hand) = hand {
        routes = routes.merge(rehearsal::routes(hand));
    }
    // A path that no slice knows passes the layers too, so that it ends on a page of ours.
    let routes = routes.fallback(async || Fault::NotFound);
    Ok(layers::around(routes, page::assets::routes(), &house)?.with_state(house))
}
