//! Appointments for those who work here.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use jiff::civil::Date;
use kernel::api::{Ask, At, Body, Problem, Wrong};
use kernel::once::Once;
use kernel::refusal::{Not, Refusal as _};
use serde::Deserialize;
use utoipa::IntoParams;

use super::shapes::{ListShape, PolicyShape};
use crate::appointments::asked::NewDeskAppointment;
use crate::appointments::{reads, web};
use crate::desk::api::failures::{Changing, Reading};
use crate::desk::api::shapes::DrawnTicket;
use crate::desk::here::{Here, Manager, Named};
use crate::rules::{LineId, OfficialId};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// With this official only.
    official: Option<OfficialId>,
    /// The first of fourteen days; without it today.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<Date>,
}

/// What is booked in fourteen days and not come for yet.
#[utoipa::path(get, path = "/stations/{slug}/desk/appointments", tag = "desk", operation_id = "deskAppointments",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), Which),
    responses((status = 200, body = ListShape, description = "The first first"), Reading))]
pub async fn list(here: Here, Ask(asked): Ask<Which>) -> Result<Json<ListShape>, Wrong> {
    let list = reads::list(&here.house, &here.desk.station, asked.official, asked.from).await?;
    Ok(Json(ListShape::of(&here.desk.station, &list)))
}

/// Books for somebody. A name is enough. A refusal names the nearest times that are free.
#[utoipa::path(post, path = "/stations/{slug}/desk/appointments", tag = "desk", operation_id = "bookForSomebody",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewDeskAppointment,
    responses((status = 201, body = DrawnTicket, description = "Booked"), Reading, Changing))]
pub async fn book(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewDeskAppointment>,
) -> Result<(StatusCode, Json<DrawnTicket>), Wrong> {
    let station = &here.desk.station;
    let (wish, holder) = new.checked(station, here.staff()).map_err(|p| Problem::fields(&here.v, &p))?;
    let key = Once::header(&headers).unwrap_or_default();
    match web::book_for(&here, &new, (wish.clone(), holder), key).await {
        Ok(drawn) => Ok((StatusCode::CREATED, Json(DrawnTicket::of(&drawn, station)))),
        Err(Not::Fault(fault)) => Err(fault.into()),
        Err(Not::Refused(no)) => {
            let said = web::said_at_desk(&here, &wish, &no).await?;
            Err(Problem { next: said.next, ..Problem::new(no.status(), no.code(), said.what) }.into())
        }
    }
}

/// What the appointments of a line are like. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/lines/{id}/booking-policy", tag = "desk", operation_id = "bookingPolicy",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)),
    responses((status = 200, body = PolicyShape, description = "As it is now"), Reading))]
pub async fn policy(Manager(here): Manager, At(Named { id }): At<Named<LineId>>) -> Result<Json<PolicyShape>, Wrong> {
    let (_, policy) = reads::policy(&here.house, &here.desk.station, id).await?;
    Ok(Json(policy.into()))
}

/// From now on the line takes appointments so; those that are there stay. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/lines/{id}/booking-policy", tag = "desk", operation_id = "keepBookingPolicy",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = i32, Path)), request_body = PolicyShape,
    responses((status = 200, body = PolicyShape, description = "As it is now"), Reading, Changing))]
pub async fn keep_policy(
    Manager(here): Manager,
    At(Named { id }): At<Named<LineId>>,
    Body(new): Body<PolicyShape>,
) -> Result<Json<PolicyShape>, Wrong> {
    match web::keep_policy(&here, id, new.into()).await {
        Ok(()) => Ok(Json(new)),
        Err(not) => Err(Wrong::of(&here.v, not)),
    }
}
