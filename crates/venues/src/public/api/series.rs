//! Series for programs: the same acts as on the pages.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use jiff::civil::Date;
use kernel::api::{At as Path, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use kernel::view::View;
use people::Resident;
use stations::At;

use super::failures::{Changing, Reading, SignedIn, wrong};
use super::series_shapes::{ChangeShape, DateShape, EndShape, NewSeriesShape, NewTimeOfDate, SeriesShape};
use crate::SeriesId;
use crate::acts::Actor;
use crate::public::who::Caller;
use crate::rules::Refusal;
use crate::series::acts::Answered;
use crate::series::answers;
use crate::series::forms::Wanted;
use crate::series::steps::Asking;

/// Your series here that go on, the newest first.
#[utoipa::path(get, path = "/stations/{slug}/series", tag = "venues", operation_id = "mySeries",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, description = "Your series", body = Vec<SeriesShape>), Reading, SignedIn))]
pub async fn mine(State(house): State<House>, v: View, at: At, who: Resident) -> Result<Json<Vec<SeriesShape>>, Wrong> {
    let (h, station, now) = (house.clone(), at.station.clone(), house.now());
    let read = move |c: &mut Conn| answers::of_person(c, &h, &station, who.id, now);
    let all = house.db.snapshot(read).await?;
    Ok(Json(all.iter().map(|look| SeriesShape::of(look, &v, &at.station)).collect()))
}

fn mine_of(house: &House, at: &At, who: Resident) -> Asking {
    Asking { house: house.clone(), station: at.station.clone(), actor: Actor::Person(who.id) }
}

/// What is asked for, read with what the offering leaves open.
pub async fn wanted(asking: &Asking, v: &View, new: &NewSeriesShape) -> Result<Wanted, Wrong> {
    let offering = asking.offering(&new.offering).await.map_err(|not| wrong(v, &asking.station, not, vec![]))?;
    Ok(new.checked(&offering, asking.today()).map_err(|p| Problem::fields(v, &p))?)
}

pub async fn shape(asking: &Asking, v: &View, id: SeriesId) -> Result<SeriesShape, Fault> {
    Ok(SeriesShape::of(&asking.look(id).await?, v, &asking.station))
}

/// Makes a series for yourself, where the offering allows it (`series_own`). All dates up to `series_weeks` ahead are
/// booked at once; each says what became of it.
#[utoipa::path(post, path = "/stations/{slug}/series", tag = "venues", operation_id = "makeSeries",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = NewSeriesShape,
    responses((status = 201, description = "Made", body = SeriesShape), Reading, SignedIn, Changing))]
pub async fn make(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    headers: HeaderMap,
    Body(new): Body<NewSeriesShape>,
) -> Result<(StatusCode, Json<SeriesShape>), Wrong> {
    let asking = mine_of(&house, &at, who);
    let wanted = wanted(&asking, &v, &new).await?;
    let once = asking.once(Once::header(&headers).unwrap_or_default(), &new);
    let made = asking.make(&wanted, Answered::Me(who.id), once).await;
    let id = made.map_err(|not| wrong(&v, &at.station, not, vec![]))?;
    Ok((StatusCode::CREATED, Json(shape(&asking, &v, id).await?)))
}

/// What would become of the next dates of such a series. Changes nothing.
#[utoipa::path(post, path = "/stations/{slug}/series/preview", tag = "venues", operation_id = "previewSeries",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)), request_body = NewSeriesShape,
    responses((status = 200, description = "The next dates", body = Vec<DateShape>), Reading, SignedIn, Changing))]
pub async fn preview(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Body(new): Body<NewSeriesShape>,
) -> Result<Json<Vec<DateShape>>, Wrong> {
    let asking = of_theirs(&house, &at, caller).await?;
    let wanted = wanted(&asking, &v, &new).await?;
    let lines = asking.preview(&wanted).await.map_err(|not| wrong(&v, &at.station, not, vec![]))?;
    Ok(Json(lines.iter().map(|l| DateShape::of(l, &v, &at.station.zone)).collect()))
}

async fn of_theirs(house: &House, at: &At, caller: Caller) -> Result<Asking, Fault> {
    let actor = caller.actor(house, &at.station).await?;
    Ok(Asking { house: house.clone(), station: at.station.clone(), actor })
}

/// One series of yours, or, for staff, of the station, with every date.
#[utoipa::path(get, path = "/stations/{slug}/series/{id}", tag = "venues", operation_id = "series",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The series", body = SeriesShape), Reading, SignedIn))]
pub async fn one(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Path(named): Path<(String, SeriesId)>,
) -> Result<Json<SeriesShape>, Wrong> {
    let asking = of_theirs(&house, &at, caller).await?;
    let (_, id) = named;
    Ok(Json(shape(&asking, &v, id).await?))
}

/// Gives one date a time: the alternative for a clash, or another one for what it has.
#[utoipa::path(put, path = "/stations/{slug}/series/{id}/dates/{on}/time", tag = "venues", operation_id = "placeSeriesDate",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("on" = String, Path, format = Date)),
    request_body = NewTimeOfDate,
    responses((status = 200, description = "It has that time", body = SeriesShape), Reading, SignedIn, Changing))]
pub async fn set_time(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Path(named): Path<(String, SeriesId, Date)>,
    Body(new): Body<NewTimeOfDate>,
) -> Result<Json<SeriesShape>, Wrong> {
    let asking = of_theirs(&house, &at, caller).await?;
    let (_, id, on) = named;
    let new = new.checked(on).map_err(|p| Problem::fields(&v, &p))?;
    after(&asking, &v, asking.set_time(id, on, new, None).await).await
}

/// Does without one date. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/series/{id}/dates/{on}/cancellation", tag = "venues", operation_id = "giveUpSeriesDate",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("on" = String, Path, format = Date)),
    responses((status = 200, description = "Given up", body = SeriesShape), Reading, SignedIn, Changing))]
pub async fn give_up(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Path(named): Path<(String, SeriesId, Date)>,
) -> Result<Json<SeriesShape>, Wrong> {
    let asking = of_theirs(&house, &at, caller).await?;
    let (_, id, on) = named;
    let done = asking.give_up(id, on).await.map(|()| id);
    after(&asking, &v, done).await
}

/// Changes a date and all later ones: the answer is the series that goes on, which has a new id if the old one has a past.
#[utoipa::path(post, path = "/stations/{slug}/series/{id}/changes", tag = "venues", operation_id = "changeSeries",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = ChangeShape,
    responses((status = 200, description = "The series that goes on", body = SeriesShape), Reading, SignedIn, Changing))]
pub async fn change(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    headers: HeaderMap,
    Path(named): Path<(String, SeriesId)>,
    Body(new): Body<ChangeShape>,
) -> Result<Json<SeriesShape>, Wrong> {
    let asking = of_theirs(&house, &at, caller).await?;
    let (_, id) = named;
    let (from, change) = new.checked(asking.today()).map_err(|p| Problem::fields(&v, &p))?;
    let once = asking.once(Once::header(&headers).unwrap_or_default(), &(id, &new));
    after(&asking, &v, asking.change(id, from, change, once).await).await
}

/// Ends a series: what is to come goes back. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/series/{id}/end", tag = "venues", operation_id = "endSeries",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = EndShape,
    responses((status = 200, description = "Ended", body = SeriesShape), Reading, SignedIn, Changing))]
pub async fn end(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Path(named): Path<(String, SeriesId)>,
    Body(new): Body<EndShape>,
) -> Result<Json<SeriesShape>, Wrong> {
    let asking = of_theirs(&house, &at, caller).await?;
    let (_, id) = named;
    let from = new.checked().map_err(|p| Problem::fields(&v, &p))?;
    let done = asking.end(id, from).await.map(|_| id);
    after(&asking, &v, done).await
}

async fn after(asking: &Asking, v: &View, done: Result<SeriesId, Not<Refusal>>) -> Result<Json<SeriesShape>, Wrong> {
    let id = done.map_err(|not| wrong(v, &asking.station, not, vec![]))?;
    Ok(Json(shape(asking, v, id).await?))
}
