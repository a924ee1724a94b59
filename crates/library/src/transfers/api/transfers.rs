//! What goes and comes, and what begins it.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Ask, At as Values, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::once::Once;
use kernel::refusal::Not;
use serde::Deserialize;
use stations::{Here, Named, Station};

use super::shapes::{OffersShape, OneShape, OverviewShape};
use crate::TransferId;
use crate::failures::{AtDesk, Changing, Looking};
use crate::frame::Frame;
use crate::transfers::acts::{self, Sending};
use crate::transfers::asked::{NewShipment, NewTransfer};
use crate::transfers::rules::NoTransfer;
use crate::transfers::{answers, says};

pub(super) fn wrong(here: &Here, not: Not<NoTransfer>) -> Wrong {
    Wrong::said(not, |no| says::said(Frame { v: &here.v, station: &here.desk.station }, no))
}

pub(super) async fn whole(here: &Here, id: TransferId) -> Result<Json<OneShape>, Wrong> {
    let station = here.desk.station.id;
    let one = here.house.db.snapshot(move |c: &mut Conn| answers::one(c, station, id)).await?;
    Ok(Json(OneShape::of(&here.desk.station, &one)))
}

/// The station with that slug; what was sent may be anything.
async fn other(here: &Here, field: &'static str, slug: &str) -> Result<std::sync::Arc<Station>, Wrong> {
    match stations::station(&here.house, slug.trim()).await {
        Err(Fault::NotFound) => {
            let mut problems = Problems::default();
            problems.add(field, "transfers-no-such-station");
            Err(Problem::fields(&here.v, &problems).into())
        }
        found => Ok(found?),
    }
}

/// What others would like to have, what comes, what goes.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/transfers", tag = "library", operation_id = "transfers",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = OverviewShape, description = "Transfers"), Looking, AtDesk))]
pub async fn list(here: Here) -> Result<Json<OverviewShape>, Wrong> {
    let station = here.desk.station.id;
    let all = here.house.db.snapshot(move |c: &mut Conn| answers::overview(c, station)).await?;
    Ok(Json(OverviewShape::of(&here.desk.station, &all)))
}

/// Asks another station for a title.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/transfers", tag = "library", operation_id = "askForTransfer",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewTransfer, responses((status = 201, body = OneShape, description = "The transfer"), Looking, AtDesk, Changing))]
pub async fn ask(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewTransfer>,
) -> Result<(StatusCode, Json<OneShape>), Wrong> {
    let from = other(&here, "from", &new.from).await?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("ask", &new));
    let done = acts::ask(&here.house, &here.desk.station, (from.id, new.title), (here.staff(), once)).await;
    let id = done.map_err(|not| wrong(&here, not))?;
    Ok((StatusCode::CREATED, whole(&here, id).await?))
}

/// A transfer, as this station sees it.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/transfers/{id}", tag = "library", operation_id = "transfer",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = OneShape, description = "The transfer"), Looking, AtDesk))]
pub async fn show(here: Here, Values(Named { id }): Values<Named<TransferId>>) -> Result<Json<OneShape>, Wrong> {
    whole(&here, id).await
}

/// Which titles of which station are looked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Offered {
    from: String,
    q: String,
}

/// Titles of another station that fit what is typed, or the newest: at most twenty.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/transfer-offers", tag = "library", operation_id = "transferOffers",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("from" = String, Query, description = "The slug of the other station", example = "guanting"),
        ("q" = Option<String>, Query, description = "Words, first letters of pinyin, or an ISBN")),
    responses((status = 200, body = OffersShape, description = "Titles"), Looking, AtDesk))]
pub async fn offered(here: Here, Ask(asked): Ask<Offered>) -> Result<Json<OffersShape>, Wrong> {
    let from = other(&here, "from", &asked.from).await?.id;
    let found = here.house.db.snapshot(move |c: &mut Conn| answers::offered(c, from, &asked.q)).await?;
    Ok(Json(OffersShape::of(&found)))
}

/// Sends a copy to another station that has not asked for it.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/shipments", tag = "library", operation_id = "sendUnasked",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewShipment, responses((status = 201, body = OneShape, description = "The transfer"), Looking, AtDesk, Changing))]
pub async fn ship(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewShipment>,
) -> Result<(StatusCode, Json<OneShape>), Wrong> {
    let to = other(&here, "to", &new.to).await?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("ship", &new));
    let sending = Sending::Unasked(to.id, new.copy);
    let done = acts::send(&here.house, &here.desk.station, sending, (here.staff(), once)).await;
    let id = done.map_err(|not| wrong(&here, not))?;
    Ok((StatusCode::CREATED, whole(&here, id).await?))
}
