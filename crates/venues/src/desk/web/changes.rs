use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::fault::Fault;
use serde::Deserialize;

use crate::desk::here::Manager;
use crate::desk::pages::changes;
use crate::desk::{CHANGES, seen};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Changes before this number.
    before: Option<i64>,
}

/// How many changes stand on a page.
const MOST: i64 = 30;

pub async fn show(Manager(here): Manager, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let (station, before) = (here.desk.station.clone(), asked.before.unwrap_or(i64::MAX));
    let changes = here.house.db.snapshot(move |c| seen::changes(c, &station, before, MOST)).await?;
    // Numbers have no holes: the last one on the page tells whether there are older ones.
    let older = changes.last().map(|c| c.event.change).filter(|n| *n > 1);
    let page = here.list(CHANGES, &here.v.t("venues-desk-changes-title"), StatusCode::OK);
    Ok(page.body(changes::body(here.ctx(), &changes, older)).into_response())
}
