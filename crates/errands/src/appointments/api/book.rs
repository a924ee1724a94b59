//! Looking for a time, booking it, moving it.
use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::{Next, Not, Refusal as _};
use kernel::view::{Peer, View};
use serde::{Deserialize, Serialize};
use stations::{At, Station};
use utoipa::ToSchema;

use super::shapes::CalendarShape;
use crate::appointments::asked::{self, NewAppointment};
use crate::appointments::{reads, web};
use crate::booked::acts::To;
use crate::booked::rules::No;
use crate::booked::says;
use crate::public::api::failures::{Changing, Looking};
use crate::public::api::shapes::TicketShape;
use crate::public::pages::appointments_path;
use crate::public::reads as public;
use crate::public::who::{Named, Who};
use crate::rules::{Matter, OfficialId};

#[derive(Debug, Deserialize)]
pub struct OfMatter {
    matter: String,
}

/// When a matter can be booked: the days on which somebody works who does it, each with its times.
#[utoipa::path(get, path = "/stations/{slug}/matters/{matter}/appointments", tag = "errands", operation_id = "appointmentTimes",
    params(("slug" = String, Path, description = "The station's slug"),
        ("matter" = String, Path, description = "The matter's slug")),
    responses((status = 200, description = "Days and times", body = CalendarShape), Looking))]
pub async fn calendar(
    State(house): State<House>,
    at: At,
    Values(OfMatter { matter }): Values<OfMatter>,
) -> Result<Json<CalendarShape>, Wrong> {
    let cal = reads::calendar(&house, &at.station, &matter, (None, None)).await?;
    Ok(Json(CalendarShape::of(&at.station, &cal.days)))
}

/// A refusal, with the nearest times that are free.
async fn wrong(
    (house, v): (&House, &View),
    station: &Arc<Station>,
    (matter, near): (Option<&Matter>, Timestamp),
    not: Not<No>,
) -> Wrong {
    let no = match not {
        Not::Fault(fault) => return fault.into(),
        Not::Refused(no) => no,
    };
    let said = says::said(v, &station.zone, &no);
    let mut problem = Problem { next: said.next, ..Problem::new(no.status(), no.code(), said.what) };
    let Some(matter) = matter else { return problem.into() };
    let works = match reads::instead(house, station, (matter, near)).await {
        Ok(works) => works,
        Err(fault) => return fault.into(),
    };
    problem.next.extend(works.iter().map(|slot| {
        let on = stations::wall(slot.span.from, &station.zone).date();
        let label = crate::says::at(&v.when(&station.zone), slot.span.from);
        Next { label, href: format!("{}?on={on}", appointments_path(station, matter)) }
    }));
    problem.into()
}

/// Books a time. Nobody has to be signed in: whoever has the answer has the ticket. It takes the next number of its day.
#[utoipa::path(post, path = "/stations/{slug}/appointments", tag = "errands", operation_id = "bookAppointment",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewAppointment,
    responses((status = 201, description = "Booked", body = TicketShape), Looking, Changing))]
pub async fn book(
    State(house): State<House>,
    v: View,
    (peer, at, who): (Peer, At, Who),
    headers: HeaderMap,
    Body(new): Body<NewAppointment>,
) -> Result<Response, Wrong> {
    who.count(&house, &peer)?;
    let station = &at.station;
    let (from, phone) = new.read(station).map_err(|problems| Problem::fields(&v, &problems))?;
    let hall = public::hall(&house, station).await?;
    let matter = new.matters.first().and_then(|slug| hall.matter(slug.trim()));
    let done = match new.wish(&hall, from) {
        Ok(wish) => web::booked(&house, station, (wish, who, phone), Once::header(&headers)).await,
        Err(no) => Err(no.into()),
    };
    let drawn = match done {
        Ok(drawn) => drawn,
        Err(not) => return Err(wrong((&house, &v), station, (matter, from), not).await),
    };
    let mine = public::ticket(&house, station, drawn.id).await?;
    let path = format!("/api/v1/stations/{}/tickets/{}", station.slug, drawn.id);
    let location = HeaderValue::try_from(path).map_err(Fault::broken)?;
    Ok((StatusCode::CREATED, [(LOCATION, location)], Json(TicketShape::of(&v, station, &mine))).into_response())
}

/// Another time for an appointment.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAppointmentTime {
    /// When it begins. Without an offset it is the station's time.
    #[schema(format = DateTime, max_length = 40, example = "2026-06-26T10:00:00+08:00")]
    pub from: String,
    /// By this official and nobody else.
    #[serde(default)]
    pub official: Option<OfficialId>,
}

/// Gives an appointment another time. On another day it is another ticket with another number: the one that is answered.
#[utoipa::path(put, path = "/stations/{slug}/tickets/{id}/time", tag = "errands", operation_id = "moveAppointment",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewAppointmentTime,
    responses((status = 200, description = "As it stands now", body = TicketShape), Looking, Changing))]
pub async fn another_time(
    State(house): State<House>,
    v: View,
    (peer, named, who): (Peer, Named, Who),
    headers: HeaderMap,
    Body(new): Body<NewAppointmentTime>,
) -> Result<Json<TicketShape>, Wrong> {
    who.count(&house, &peer)?;
    let station = &named.station;
    let from = asked::instant(station, &new.from).map_err(|problems| Problem::fields(&v, &problems))?;
    let before = public::ticket(&house, station, named.id).await?;
    let matter = before.matters.first().map(|(m, _)| m);
    let to = To { from, official: new.official };
    let done = match asked::done_by(matter, new.official) {
        Ok(()) => web::moved(&house, &named, (to, who), Once::header(&headers)).await,
        Err(no) => Err(No::Ticket(no).into()),
    };
    match done {
        Ok(id) => {
            let mine = public::ticket(&house, station, id).await?;
            Ok(Json(TicketShape::of(&v, station, &mine)))
        }
        Err(not) => Err(wrong((&house, &v), station, (matter, from), not).await),
    }
}
