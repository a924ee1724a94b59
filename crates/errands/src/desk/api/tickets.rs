use axum::Json;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kernel::api::{At, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;
use kernel::refusal::{Not, Refusal as _};
use serde::Serialize;
use utoipa::ToSchema;

use super::failures::{Changing, Reading, problem, wrong};
use super::shapes::{DrawnTicket, TicketAfter, TicketShape};
use crate::TicketId;
use crate::answers;
use crate::desk::act;
use crate::desk::asked::{NewDeskTicket, NewStep};
use crate::desk::here::{Here, Named};
use crate::desk::seen::Look;
use crate::rules::Refusal;
use crate::store;

/// A step that was not taken, with the ticket as it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct NotStepped {
    #[serde(flatten)]
    problem: Problem,
    ticket: TicketShape,
}

impl IntoResponse for NotStepped {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.problem.status).unwrap_or(StatusCode::CONFLICT);
        let mut response = (status, Json(self)).into_response();
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        response
    }
}

/// What a step that failed answers.
pub enum Failed {
    Stands(Box<NotStepped>),
    Wrong(Wrong),
}

impl<E: Into<Wrong>> From<E> for Failed {
    fn from(wrong: E) -> Failed {
        Failed::Wrong(wrong.into())
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        match self {
            Failed::Stands(ticket) => ticket.into_response(),
            Failed::Wrong(wrong) => wrong.into_response(),
        }
    }
}

async fn ticket(here: &Here, id: TicketId) -> Result<TicketShape, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| {
        let board = answers::board(c, &station, now)?;
        let kept = store::by_id(c, station.id, id)?;
        Look::new(c, &house, &station, &board)?.waits(c, kept)
    };
    let waits = here.house.db.snapshot(read).await?;
    Ok(TicketShape::of(&waits, &here.desk.station))
}

async fn failed(here: &Here, id: TicketId, not: Not<Refusal>) -> Failed {
    match not {
        Not::Refused(refusal) if refusal.status() == StatusCode::CONFLICT => match ticket(here, id).await {
            Ok(ticket) => Failed::Stands(Box::new(NotStepped { problem: problem(here, &refusal), ticket })),
            Err(fault) => fault.into(),
        },
        not => Failed::Wrong(wrong(here, not)),
    }
}

/// One press on a ticket.
#[utoipa::path(post, path = "/stations/{slug}/tickets/{id}/steps", tag = "desk", operation_id = "stepTicket",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewStep,
    responses((status = 200, body = TicketAfter, description = "How it stands now"), Reading,
        (status = 409, body = NotStepped, content_type = "application/problem+json",
            description = "It has changed since it was seen, or the press does not follow from where it stands")))]
pub async fn step(
    here: Here,
    At(Named { id }): At<Named<TicketId>>,
    headers: HeaderMap,
    Body(new): Body<NewStep>,
) -> Result<Json<TicketAfter>, Failed> {
    let wanted = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let key = Once::header(&headers).unwrap_or_default();
    match act::step(&here, (id, new.version), wanted, key).await {
        Ok(after) => Ok(Json(after.into())),
        Err(not) => Err(failed(&here, id, not).await),
    }
}

/// Takes the last press on a ticket back, within three minutes.
#[utoipa::path(post, path = "/stations/{slug}/tickets/{id}/undo", tag = "desk", operation_id = "undoTicket",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, body = TicketAfter, description = "How it stands now"), Reading,
        (status = 409, body = NotStepped, content_type = "application/problem+json", description = "It is too late")))]
pub async fn undo(
    here: Here,
    At(Named { id }): At<Named<TicketId>>,
    headers: HeaderMap,
) -> Result<Json<TicketAfter>, Failed> {
    match act::undo(&here, id, Once::header(&headers).unwrap_or_default()).await {
        Ok(after) => Ok(Json(after.into())),
        Err(not) => Err(failed(&here, id, not).await),
    }
}

/// Draws a number for somebody. A name is enough, nothing is enough.
#[utoipa::path(post, path = "/stations/{slug}/desk/tickets", tag = "desk", operation_id = "drawForSomebody",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewDeskTicket,
    responses((status = 201, body = DrawnTicket, description = "Drawn"), Reading, Changing))]
pub async fn draw(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewDeskTicket>,
) -> Result<(StatusCode, Json<DrawnTicket>), Wrong> {
    let taking = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let key = Once::header(&headers).unwrap_or_default();
    let drawn = act::draw(&here, &taking, key).await.map_err(|not| wrong(&here, not))?;
    Ok((StatusCode::CREATED, Json(DrawnTicket::of(&drawn, &here.desk.station))))
}
