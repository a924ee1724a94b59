//! 我的一周.
use axum::response::{IntoResponse, Response};
use kernel::fault::Fault;

use crate::answers::{self, WeekDay};
use crate::desk::PRESENCE;
use crate::desk::here::Here;
use crate::desk::pages::week;

/// The days from today on of whoever is signed in; nothing if they are no official here.
pub async fn read(here: &Here) -> Result<Option<Vec<WeekDay>>, Fault> {
    let (house, station, staff, now) = (here.house.clone(), here.desk.station.clone(), here.staff(), here.now());
    here.house.db.snapshot(move |c| answers::week(c, &house, &station, staff, now)).await
}

pub async fn show(here: Here) -> Result<Response, Fault> {
    let week = read(&here).await?;
    let page =
        here.page(PRESENCE, &here.v.t("errands-desk-week")).back(here.v.t(PRESENCE), here.ctx().path("/presence"));
    Ok(page.body(week::body(here.ctx(), week.as_deref())).into_response())
}
