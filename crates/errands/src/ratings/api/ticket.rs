//! What somebody says of their ticket.
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use jiff::civil::Date;
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::View;
use serde::Serialize;
use stations::{At, Named};
use utoipa::ToSchema;

use super::failures::{Changing, Looking, NotStaff};
use crate::TicketId;
use crate::ratings::answers::{self, OfTicket};
use crate::ratings::asked::{self, NewRating};
use crate::ratings::rules::{Level, Outcome, Via};
use crate::ratings::web::Rater;

/// What was said of a ticket, and whether it can still be said or changed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Rating)]
pub struct RatingShape {
    /// Nothing was said. That is no good rating: it is counted as none.
    pub level: Option<Level>,
    pub words: String,
    /// It can be said, or changed, now.
    pub open: bool,
    /// The last day on which it can.
    #[schema(value_type = String, format = Date)]
    pub until: Date,
    pub call_back: Option<CallBackShape>,
}

/// Somebody calls back.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CallBackOfTicket)]
pub struct CallBackShape {
    /// Until the end of this working day.
    #[schema(value_type = String, format = Date)]
    pub due: Date,
    /// Null: nobody was called yet.
    pub outcome: Option<Outcome>,
    pub answer: String,
}

impl RatingShape {
    fn of(seen: OfTicket) -> RatingShape {
        let (open, until) = (seen.may.is_ok(), seen.until);
        let Some(given) = seen.given else {
            return RatingShape { level: None, words: String::new(), open, until, call_back: None };
        };
        let call_back = given.call_back.map(|c| CallBackShape { due: c.due, outcome: c.outcome, answer: c.answer });
        RatingShape { level: Some(given.level), words: given.words, open, until, call_back }
    }
}

async fn look(house: &House, at: &At, id: TicketId) -> Result<Json<RatingShape>, Fault> {
    let (h, station, now) = (house.clone(), at.station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let kept = crate::store::by_id(c, station.id, id)?;
        answers::of_ticket(c, &h, &station, &kept, now)
    };
    Ok(Json(RatingShape::of(house.db.snapshot(read).await?)))
}

/// What was said of a ticket. Whoever has its address has the ticket.
#[utoipa::path(get, path = "/stations/{slug}/tickets/{id}/rating", tag = "errands", operation_id = "rating",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The rating", body = RatingShape), Looking))]
pub async fn rating(
    State(house): State<House>,
    at: At,
    Values(Named { id }): Values<Named<TicketId>>,
) -> Result<Json<RatingShape>, Wrong> {
    Ok(look(&house, &at, id).await?)
}

/// Says how it was, or something else, until the end of the day after. Nobody has to, and nobody does it for others.
#[utoipa::path(put, path = "/stations/{slug}/tickets/{id}/rating", tag = "errands", operation_id = "rateTicket",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewRating,
    responses((status = 200, description = "As it stands now", body = RatingShape), Looking, Changing, NotStaff))]
pub async fn rate(
    State(house): State<House>,
    v: View,
    (at, Values(Named { id }), rater): (At, Values<Named<TicketId>>, Rater),
    headers: HeaderMap,
    Body(new): Body<NewRating>,
) -> Result<Json<RatingShape>, Wrong> {
    rater.0.map_err(|refusal| Problem::refused(&v, &refusal))?;
    let said = new.checked().map_err(|problems| Problem::fields(&v, &problems))?;
    let kept = asked::rate(&house, &at.station, (id, Via::Ticket), said, Once::header(&headers)).await;
    kept.map_err(|not| Wrong::of(&v, not))?;
    Ok(look(&house, &at, id).await?)
}
