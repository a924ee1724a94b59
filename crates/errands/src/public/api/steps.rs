//! What whoever holds a ticket does with it.
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use jiff::Timestamp;
use jiff::civil::DateTime;
use kernel::api::{Body, Problem, Wrong};
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use stations::Station;
use utoipa::ToSchema;

use super::failures::{Changing, Looking, wrong};
use super::shapes::TicketShape;
use crate::acts::{Instead, Own};
use crate::answers;
use crate::public::who::{Named, Who};
use crate::public::{asked, reads};

/// "I am in the hall": from now on it can be called.
#[utoipa::path(post, path = "/stations/{slug}/tickets/{id}/arrival", tag = "errands", operation_id = "arriveWithTicket",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    responses((status = 200, description = "As it stands now", body = TicketShape), Looking, Changing))]
pub async fn arrive(
    State(house): State<House>,
    v: View,
    named: Named,
    who: Who,
    headers: HeaderMap,
) -> Result<Json<TicketShape>, Wrong> {
    step((&house, &v), &named, (Own::Arrive, who), (&headers, "arrival")).await
}

/// Back after a missed call: behind the two who are first now.
#[utoipa::path(post, path = "/stations/{slug}/tickets/{id}/return", tag = "errands", operation_id = "returnWithTicket",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    responses((status = 200, description = "As it stands now", body = TicketShape), Looking, Changing))]
pub async fn come_back(
    State(house): State<House>,
    v: View,
    named: Named,
    who: Who,
    headers: HeaderMap,
) -> Result<Json<TicketShape>, Wrong> {
    step((&house, &v), &named, (Own::Return, who), (&headers, "return")).await
}

/// Gives it back.
#[utoipa::path(post, path = "/stations/{slug}/tickets/{id}/cancellation", tag = "errands", operation_id = "cancelTicket",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    responses((status = 200, description = "As it stands now", body = TicketShape), Looking, Changing))]
pub async fn cancel(
    State(house): State<House>,
    v: View,
    named: Named,
    who: Who,
    headers: HeaderMap,
) -> Result<Json<TicketShape>, Wrong> {
    step((&house, &v), &named, (Own::Cancel, who), (&headers, "cancellation")).await
}

/// What is chosen.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TicketInstead)]
pub struct Chosen {
    pub way: Instead,
}

/// Another way than to wait for an official; the ticket's `instead` says which there are.
#[utoipa::path(post, path = "/stations/{slug}/tickets/{id}/instead", tag = "errands", operation_id = "chooseInstead",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = Chosen,
    responses((status = 200, description = "As it stands now", body = TicketShape), Looking, Changing))]
pub async fn instead(
    State(house): State<House>,
    v: View,
    (named, who): (Named, Who),
    headers: HeaderMap,
    Body(chosen): Body<Chosen>,
) -> Result<Json<TicketShape>, Wrong> {
    step((&house, &v), &named, (Own::Instead(chosen.way), who), (&headers, chosen.way.name())).await
}

/// Until when it is not to be called.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TicketDeferral)]
pub struct Deferral {
    /// Later today, before tickets of the line are served no more. Without an offset it is the station's time.
    #[schema(format = DateTime, example = "2026-06-24T10:30:00+08:00")]
    pub until: String,
}

/// Not before a time. The place in the order stays.
#[utoipa::path(post, path = "/stations/{slug}/tickets/{id}/deferral", tag = "errands", operation_id = "deferTicket",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = Deferral,
    responses((status = 200, description = "As it stands now", body = TicketShape), Looking, Changing))]
pub async fn defer(
    State(house): State<House>,
    v: View,
    (named, who): (Named, Who),
    headers: HeaderMap,
    Body(deferral): Body<Deferral>,
) -> Result<Json<TicketShape>, Wrong> {
    let mine = reads::ticket(&house, &named.station, named.id).await?;
    let until = instant(&named.station, &deferral.until)
        .and_then(|at| asked::until(&mine, at, &named.station.zone))
        .map_err(|problems| Problem::fields(&v, &problems))?;
    step((&house, &v), &named, (Own::Defer(until), who), (&headers, &deferral.until)).await
}

fn instant(station: &Station, typed: &str) -> Result<Timestamp, Problems> {
    let absolute = typed.trim().parse::<Timestamp>().ok();
    let local = || answers::instant(station, typed.trim().parse::<DateTime>().ok()?).ok();
    absolute.or_else(local).ok_or_else(|| {
        let mut problems = Problems::default();
        problems.add("until", "public-form-until");
        problems
    })
}

async fn step(
    (house, v): (&House, &View),
    named: &Named,
    (own, who): (Own, Who),
    (headers, request): (&HeaderMap, &str),
) -> Result<Json<TicketShape>, Wrong> {
    let station = &named.station;
    let taken = asked::step(house, station, (named.id, own, who), (Once::header(headers), request)).await;
    taken.map_err(|not| wrong(v, station, not))?;
    let mine = reads::ticket(house, station, named.id).await?;
    Ok(Json(TicketShape::of(v, station, &mine)))
}
