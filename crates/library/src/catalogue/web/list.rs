//! The list of titles.
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::api::Ask;
use kernel::fault::Fault;
use stations::Here;

use super::common::frame;
use crate::catalogue::forms::Chosen;
use crate::catalogue::{pages, reads};
use crate::frame::TAB;

pub async fn list(here: Here, Ask(chosen): Ask<Chosen>) -> Result<Response, Fault> {
    let before = chosen.before.parse().ok();
    let (found, more) = reads::list(&here, &chosen.q, before).await?;
    let list = pages::List { typed: &chosen.q, found: &found, more, later: before.is_some() };
    let body = pages::list(frame(&here), &list);
    let page = here.page(TAB, &here.v.t("catalogue-titles"));
    // Whoever types is not disturbed by what others do.
    let page = if chosen.q.is_empty() { here.renewed(page, StatusCode::OK) } else { page };
    let counter = here.desk.station.path("/desk/library");
    Ok(page.back(here.v.t(TAB), counter).body(body).into_response())
}
