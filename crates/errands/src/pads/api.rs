//! The pad for programs. Paths are relative to `/api/v1`; whoever calls is signed in as staff with a role at the station.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use jiff::civil::Date;
use kernel::api::{Api, Body, Problem, Wrong};
use kernel::once::Once;
use kernel::routes;
use serde::Serialize;
use utoipa::ToSchema;

use super::acts::{self, Entered};
use super::answers::{self, Seen};
use super::asked::{NewPadNumber, keyed};
use crate::TicketId;
use crate::desk::api::failures::{Changing, Reading};
use crate::desk::here::Here;
use crate::rules::State;

pub fn api() -> Api {
    Api::new().routes(routes!(sheets, enter))
}

/// The number that a sheet became.
#[derive(Debug, Serialize, ToSchema)]
pub struct PadEntered {
    pad: i32,
    #[schema(value_type = String, format = Uuid)]
    id: TicketId,
    /// What is called out from now on.
    #[schema(example = "A023")]
    number: String,
}

impl From<Entered> for PadEntered {
    fn from(e: Entered) -> PadEntered {
        PadEntered { pad: e.pad, id: e.id, number: e.number().to_string() }
    }
}

/// A sheet that was typed in, and how its ticket stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct PadNumber {
    #[schema(value_type = String, format = Date)]
    day: Date,
    pad: i32,
    #[schema(value_type = String, format = Uuid)]
    id: TicketId,
    #[schema(example = "A023")]
    number: String,
    state: State,
}

impl From<&Seen> for PadNumber {
    fn from(s: &Seen) -> PadNumber {
        PadNumber { day: s.day, pad: s.pad, id: s.id, number: s.number.to_string(), state: s.state }
    }
}

/// The sheets of the pad that were typed in, of the days that still can be.
#[utoipa::path(get, path = "/stations/{slug}/desk/pad-numbers", tag = "desk", operation_id = "padNumbers",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<PadNumber>, description = "In the order of days, lines and numbers"), Reading))]
pub async fn sheets(here: Here) -> Result<Json<Vec<PadNumber>>, Wrong> {
    let (station, now) = (here.desk.station.clone(), here.now());
    let lately = here.house.db.snapshot(move |c| answers::lately(c, &station, now)).await?;
    Ok(Json(lately.sheets.iter().map(PadNumber::from).collect()))
}

/// Types in a sheet of the paper pad that is used while the program is away: it becomes the next number of its line, in the place
/// of when they came. Whoever sends several gives each a key of its own.
#[utoipa::path(post, path = "/stations/{slug}/desk/pad-numbers", tag = "desk", operation_id = "enterPadNumber",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewPadNumber,
    responses((status = 201, body = PadEntered, description = "Typed in"), Reading, Changing))]
pub async fn enter(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewPadNumber>,
) -> Result<(StatusCode, Json<PadEntered>), Wrong> {
    let entry = new.checked(&here.desk.station.zone).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &keyed(&here.house, &entry));
    let done = acts::enter(&here.house, &here.desk.station, entry, here.staff(), once).await;
    let entered = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, Json(entered.into())))
}
