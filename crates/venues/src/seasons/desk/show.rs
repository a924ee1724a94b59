//! A round on its page at the desk, as it is and after a step that did not work.
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::fault::Fault;
use maud::Markup;
use stations::Owner;

use super::pages::{self, Typed};
use crate::RoundId;
use crate::desk::SERIES;
use crate::desk::here::Here;
use crate::seasons::answers::Look;
use crate::seasons::reads;

/// A page below the list of rounds.
pub fn below(here: &Here, title: &str, status: StatusCode, body: Markup) -> Response {
    let back = here.v.t("seasons-desk-title");
    here.page(SERIES, title).back(back, here.ctx().path("/seasons")).status(status).body(body).into_response()
}

/// The round with what was typed into one of its forms; the forms' token is made here.
pub async fn one(here: &Here, id: RoundId, typed: Typed<'_>) -> Result<Response, Fault> {
    let (look, owners) = round(here, id).await?;
    let once = here.fresh_once();
    let status = typed.problems.status();
    let body = pages::round(here.ctx(), (&look, &owners), Typed { once: &once, ..typed });
    Ok(below(here, &look.round.terms.title, status, body))
}

async fn round(here: &Here, id: RoundId) -> Result<(Look, Vec<Owner>), Fault> {
    let look = reads::look(&here.house, &here.desk.station, id).await?;
    let station = here.desk.station.id;
    let owners = here.house.db.read(move |c| stations::owners(c, station)).await?;
    Ok((look, owners))
}
