//! Drawing a number, and looking at it.
use axum::Json;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::api::{Body, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use kernel::view::{Peer, View};
use stations::At;

use super::failures::{self, Changing, Looking, wrong};
use super::shapes::TicketShape;
use crate::public::asked::{self, NewTicket};
use crate::public::reads;
use crate::public::web;
use crate::public::who::{Named, Who};

/// Draws a number, from wherever one is. Nobody has to be signed in: whoever has the answer has the ticket. It is called once
/// its holder has said that they are in the hall.
#[utoipa::path(post, path = "/stations/{slug}/tickets", tag = "errands", operation_id = "drawTicket",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewTicket,
    responses((status = 201, description = "Drawn", body = TicketShape), Looking, Changing))]
pub async fn draw(
    State(house): State<House>,
    v: View,
    (peer, at, who): (Peer, At, Who),
    headers: HeaderMap,
    Body(new): Body<NewTicket>,
) -> Result<Response, Wrong> {
    who.count(&house, &peer)?;
    let drawn = match asked::draw(&house, &at.station, (&new, who), Once::header(&headers)).await {
        Ok(drawn) => drawn,
        Err(Not::Refused(refusal)) => {
            let hall = reads::hall(&house, &at.station).await?;
            let matter = new.matters.first().and_then(|slug| hall.matter(slug.trim()));
            let said = web::said(&house, &v, (&at.station, &hall), (matter, who), &refusal).await?;
            return Err(failures::said(&refusal, said));
        }
        Err(not) => return Err(wrong(&v, &at.station, not)),
    };
    let mine = reads::ticket(&house, &at.station, drawn.id).await?;
    let path = format!("/api/v1/stations/{}/tickets/{}", at.station.slug, drawn.id);
    let location = HeaderValue::try_from(path).map_err(Fault::broken)?;
    let shape = TicketShape::of(&v, &at.station, &mine);
    Ok((StatusCode::CREATED, [(LOCATION, location)], Json(shape)).into_response())
}

/// A ticket as it stands now.
#[utoipa::path(get, path = "/stations/{slug}/tickets/{id}", tag = "errands", operation_id = "ticket",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The ticket", body = TicketShape), Looking))]
pub async fn ticket(State(house): State<House>, v: View, named: Named) -> Result<Json<TicketShape>, Wrong> {
    let mine = reads::ticket(&house, &named.station, named.id).await?;
    Ok(Json(TicketShape::of(&v, &named.station, &mine)))
}
