//! Walks as programs have them: a scanner in a hand, for one.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;
use kernel::refusal::Not;
use stations::{Here, Named};

use super::shapes::{AllScanned, EndedShape, EndingShape, HereShape, OverviewShape};
use crate::StocktakeId;
use crate::failures::{AtDesk, Changing, Looking};
use crate::stocktakes::asked::{NewStocktake, StocktakeEnd, StocktakeScans};
use crate::stocktakes::rules::NoStocktake;
use crate::stocktakes::{acts, answers, says};

type Id = Values<Named<StocktakeId>>;

fn wrong(here: &Here, not: Not<NoStocktake>) -> Wrong {
    Wrong::said(not, |no| says::said(&here.v, &here.desk.station, no))
}

async fn read(here: &Here, id: StocktakeId) -> Result<answers::Here, Fault> {
    let station = here.desk.station.clone();
    here.house.db.snapshot(move |c: &mut Conn| answers::here(c, &station, id)).await
}

async fn overview(here: &Here) -> Result<answers::Overview, Fault> {
    let station = here.desk.station.clone();
    here.house.db.snapshot(move |c: &mut Conn| answers::overview(c, &station)).await
}

/// The walks that run, and the last that are over.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/stocktakes", tag = "library", operation_id = "stocktakes",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = OverviewShape, description = "Walks"), Looking, AtDesk))]
pub async fn list(here: Here) -> Result<Json<OverviewShape>, Wrong> {
    let all = overview(&here).await?;
    Ok(Json(OverviewShape::of(&here.desk.station, &all)))
}

/// Begins a walk along a shelf, or along all. Where somebody walks already, nobody begins another.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/stocktakes", tag = "library", operation_id = "beginStocktake",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewStocktake, responses((status = 201, body = HereShape, description = "The walk"), Looking, AtDesk, Changing))]
pub async fn begin(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewStocktake>,
) -> Result<(StatusCode, Json<HereShape>), Wrong> {
    let shelves = overview(&here).await?.shelves;
    let shelf = new.checked(&shelves).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("begin", &new));
    let done = acts::begin(&here.house, &here.desk.station, shelf, (here.staff(), once)).await;
    let id = done.map_err(|not| wrong(&here, not))?;
    let walk = read(&here, id).await?;
    Ok((StatusCode::CREATED, Json(HereShape::of(&here.desk.station, &walk))))
}

/// A walk, and how far it is.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/stocktakes/{id}", tag = "library", operation_id = "stocktake",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = HereShape, description = "The walk"), Looking, AtDesk))]
pub async fn show(here: Here, Values(Named { id }): Id) -> Result<Json<HereShape>, Wrong> {
    let walk = read(&here, id).await?;
    Ok(Json(HereShape::of(&here.desk.station, &walk)))
}

/// Gives a walk up that was begun by mistake: no copy changes, and what was scanned is forgotten.
#[utoipa::path(delete, path = "/stations/{slug}/desk/library/stocktakes/{id}", tag = "library", operation_id = "giveUpStocktake",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 204, description = "It is forgotten"), Looking, AtDesk, Changing))]
pub async fn give_up(here: Here, Values(Named { id }): Id, headers: HeaderMap) -> Result<StatusCode, Wrong> {
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("give-up", id));
    let done = acts::give_up(&here.house, &here.desk.station, id, (here.staff(), once)).await;
    done.map_err(|not| wrong(&here, not))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Notes what stands on a shelf, up to 200 copies at once. Sent again it changes nothing; several people may scan into one walk.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/stocktakes/{id}/scans", tag = "library", operation_id = "scanStocktake",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = StocktakeScans,
    responses((status = 200, body = AllScanned, description = "What each barcode led to"), Looking, AtDesk, Changing))]
pub async fn scan(
    here: Here,
    Values(Named { id }): Id,
    Body(scans): Body<StocktakeScans>,
) -> Result<Json<AllScanned>, Wrong> {
    let shelves = read(&here, id).await?.shelves;
    let (shelf, barcodes) = scans.checked(&shelves).map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::scan(&here.house, &here.desk.station, (id, shelf), barcodes).await;
    let scanned = done.map_err(|not| wrong(&here, not))?;
    let walk = read(&here, id).await?;
    Ok(Json(AllScanned::of(&here.desk.station, &walk, &scanned)))
}

/// What would become of the copies if the walk ended now, to be looked at before it does.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/stocktakes/{id}/ending", tag = "library", operation_id = "stocktakeEnding",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = EndingShape, description = "The lists"), Looking, AtDesk))]
pub async fn ending(here: Here, Values(Named { id }): Id) -> Result<Json<EndingShape>, Wrong> {
    let (house, station) = (here.house.clone(), here.desk.station.clone());
    let read = move |c: &mut Conn| answers::ending(c, &house, &station, id);
    let (walk, ending) = here.house.db.snapshot(read).await?;
    Ok(Json(EndingShape::of(&walk, &ending)))
}

/// Ends a walk: what nobody saw is missing, what was seen is here. Only for the list that was looked at.
#[utoipa::path(post, path = "/stations/{slug}/desk/library/stocktakes/{id}/ending", tag = "library", operation_id = "endStocktake",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = StocktakeEnd,
    responses((status = 200, body = EndedShape, description = "What it came to"), Looking, AtDesk, Changing))]
pub async fn end(
    here: Here,
    Values(Named { id }): Id,
    headers: HeaderMap,
    Body(end): Body<StocktakeEnd>,
) -> Result<Json<EndedShape>, Wrong> {
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("end", id, &end));
    let done = acts::end(&here.house, &here.desk.station, (id, end.read), (here.staff(), once)).await;
    Ok(Json(EndedShape::of(done.map_err(|not| wrong(&here, not))?)))
}
