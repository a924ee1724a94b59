//! The manager's routes of who works here.
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Redirect;
use axum::routing::{get, post};
use kernel::api::At;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use people::StaffId;
use serde::Deserialize;

use super::pages::{self, TEAM};
use crate::desk::AtDeskAsManager;

pub fn routes() -> Router<House> {
    Router::new()
        .route("/s/{slug}/desk/team", get(show))
        .route("/s/{slug}/desk/team/{staff}/factors-reset", post(reset))
}

#[derive(Deserialize)]
struct Came {
    saved: Option<String>,
}

async fn show(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    Query(came): Query<Came>,
) -> Result<HtmlPage, Fault> {
    let at = desk.clone();
    let members = house.db.snapshot(move |c| super::members(c, &at)).await?;
    Ok(pages::team(&v, &desk, &members, came.saved.is_some()))
}

#[derive(Deserialize)]
pub struct Which {
    pub staff: StaffId,
}

async fn reset(
    State(house): State<House>,
    AtDeskAsManager(desk): AtDeskAsManager,
    At(which): At<Which>,
) -> Result<Redirect, Fault> {
    let (h, at) = (house.clone(), desk.clone());
    house.db.write(move |c| super::reset(c, &h, &at, which.staff)).await?;
    Ok(Redirect::to(&desk.station.path(&format!("{TEAM}?saved=1"))))
}
