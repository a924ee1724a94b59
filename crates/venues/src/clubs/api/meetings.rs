//! When a club meets, for programs: the same shapes as for every series.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use jiff::civil::Date;
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::form::Problems;
use kernel::once::Once;
use kernel::refusal::Not;
use kernel::view::View;

use super::shapes::refused;
use crate::SeriesId;
use crate::clubs::rules::NoClub;
use crate::clubs::steps::{Leading, Led, OfDate, OfSeries};
use crate::public::api::failures::{Changing, Reading, SignedIn};
use crate::public::api::series_shapes::{ChangeShape, DateShape, EndShape, NewSeriesShape, NewTimeOfDate, SeriesShape};
use crate::series::acts::Change;
use crate::series::forms::Wanted;

/// The series of meetings of a club, the newest first. Only its leader and staff; everybody reads the dates with the club.
#[utoipa::path(get, path = "/stations/{slug}/clubs/{id}/series", tag = "venues", operation_id = "clubSeries",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "Its series", body = Vec<SeriesShape>), Reading, SignedIn))]
pub async fn all(led: Led) -> Result<Json<Vec<SeriesShape>>, Wrong> {
    let (v, station) = (&led.v, &led.club.station);
    let read = led.club.read().await?;
    Ok(Json(read.seen.series.iter().map(|look| SeriesShape::of(look, v, station)).collect()))
}

/// What is asked for, read with what the offering leaves open.
async fn wanted(l: &Leading, v: &View, new: &NewSeriesShape) -> Result<Wanted, Wrong> {
    let offering = l.offering(&new.offering).await.map_err(|not| refused(v, &l.station, not))?;
    Ok(new.checked(&offering, l.today()).map_err(|p| Problem::fields(v, &p))?)
}

async fn shape(l: &Leading, v: &View, id: SeriesId) -> Result<SeriesShape, Wrong> {
    let led = l.read().await?;
    Ok(SeriesShape::of(led.series(id)?, v, &l.station))
}

async fn after(l: &Leading, v: &View, done: Result<SeriesId, Not<NoClub>>) -> Result<Json<SeriesShape>, Wrong> {
    let id = done.map_err(|not| refused(v, &l.station, not))?;
    Ok(Json(shape(l, v, id).await?))
}

/// Makes a series of meetings. Its leader may where people make series of their own (`series_own`), staff everywhere; the
/// series is called like the club.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/series", tag = "venues", operation_id = "makeClubSeries",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewSeriesShape,
    responses((status = 201, description = "Made", body = SeriesShape), Reading, SignedIn, Changing))]
pub async fn make(
    led: Led,
    headers: HeaderMap,
    Body(new): Body<NewSeriesShape>,
) -> Result<(StatusCode, Json<SeriesShape>), Wrong> {
    let (l, v) = (&led.club, &led.v);
    let wanted = wanted(l, v, &new).await?;
    let once = l.once(Once::header(&headers).unwrap_or_default(), &new);
    let id = l.meet(&wanted, once).await.map_err(|not| refused(v, &l.station, not))?;
    Ok((StatusCode::CREATED, Json(shape(l, v, id).await?)))
}

/// What would become of the next dates of such meetings. Changes nothing.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/series/preview", tag = "venues", operation_id = "previewClubSeries",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = NewSeriesShape,
    responses((status = 200, description = "The next dates", body = Vec<DateShape>), Reading, SignedIn, Changing))]
pub async fn preview(led: Led, Body(new): Body<NewSeriesShape>) -> Result<Json<Vec<DateShape>>, Wrong> {
    let (l, v) = (&led.club, &led.v);
    let wanted = wanted(l, v, &new).await?;
    let lines = l.preview(&wanted).await.map_err(|not| refused(v, &l.station, not))?;
    Ok(Json(lines.iter().map(|line| DateShape::of(line, v, &l.station.zone)).collect()))
}

/// One series of meetings, with every date.
#[utoipa::path(get, path = "/stations/{slug}/clubs/{id}/series/{series}", tag = "venues", operation_id = "oneClubSeries",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("series" = String, Path, format = Uuid)),
    responses((status = 200, description = "The series", body = SeriesShape), Reading, SignedIn))]
pub async fn one(led: Led, Values(OfSeries { series }): Values<OfSeries>) -> Result<Json<SeriesShape>, Wrong> {
    let (l, v) = (&led.club, &led.v);
    Ok(Json(shape(l, v, series).await?))
}

/// Gives one date a time: the alternative for a clash, or another one for what it has.
#[utoipa::path(put, path = "/stations/{slug}/clubs/{id}/series/{series}/dates/{on}/time", tag = "venues",
    operation_id = "placeClubDate", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("series" = String, Path, format = Uuid),
        ("on" = String, Path, format = Date)),
    request_body = NewTimeOfDate,
    responses((status = 200, description = "It has that time", body = SeriesShape), Reading, SignedIn, Changing))]
pub async fn set_time(
    led: Led,
    Values(OfDate { series, on }): Values<OfDate>,
    Body(new): Body<NewTimeOfDate>,
) -> Result<Json<SeriesShape>, Wrong> {
    let (l, v) = (&led.club, &led.v);
    let new = new.checked(on).map_err(|p| Problem::fields(v, &p))?;
    after(l, v, l.set_time(series, on, new, None).await).await
}

/// Does without one date. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/series/{series}/dates/{on}/cancellation", tag = "venues",
    operation_id = "giveUpClubDate", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("series" = String, Path, format = Uuid),
        ("on" = String, Path, format = Date)),
    responses((status = 200, description = "Given up", body = SeriesShape), Reading, SignedIn, Changing))]
pub async fn give_up(led: Led, Values(OfDate { series, on }): Values<OfDate>) -> Result<Json<SeriesShape>, Wrong> {
    let (l, v) = (&led.club, &led.v);
    after(l, v, l.give_up(series, on).await.map(|()| series)).await
}

/// Changes a date and all later ones: the answer is the series that goes on. What staff have made, staff change.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/series/{series}/changes", tag = "venues",
    operation_id = "changeClubSeries", security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("series" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header)),
    request_body = ChangeShape,
    responses((status = 200, description = "The series that goes on", body = SeriesShape), Reading, SignedIn, Changing))]
pub async fn change(
    led: Led,
    Values(OfSeries { series }): Values<OfSeries>,
    headers: HeaderMap,
    Body(new): Body<ChangeShape>,
) -> Result<Json<SeriesShape>, Wrong> {
    let (l, v) = (&led.club, &led.v);
    let (from, change) = checked(&new, l.today()).map_err(|p| Problem::fields(v, &p))?;
    let once = l.once(Once::header(&headers).unwrap_or_default(), &(series, &new));
    after(l, v, l.change(series, (from, change), once).await).await
}

/// A club's series is called like the club.
fn checked(new: &ChangeShape, today: Date) -> Result<(Date, Change), Problems> {
    let checked = new.checked(today);
    let mut problems = checked.as_ref().err().cloned().unwrap_or_default();
    if new.title.is_some() {
        problems.add("title", "clubs-form-title");
    }
    problems.or_else_all(checked.ok())
}

/// Ends a series of meetings: what is to come goes back. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/clubs/{id}/series/{series}/end", tag = "venues", operation_id = "endClubSeries",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("series" = String, Path, format = Uuid)),
    request_body = EndShape,
    responses((status = 200, description = "Ended", body = SeriesShape), Reading, SignedIn, Changing))]
pub async fn end(
    led: Led,
    Values(OfSeries { series }): Values<OfSeries>,
    Body(new): Body<EndShape>,
) -> Result<Json<SeriesShape>, Wrong> {
    let (l, v) = (&led.club, &led.v);
    let from = new.checked().map_err(|p| Problem::fields(v, &p))?;
    after(l, v, l.end(series, from).await.map(|()| series)).await
}
