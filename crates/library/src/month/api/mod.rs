//! The JSON API of the month, for managers. Paths are relative to `/api/v1`.
mod shapes;

use axum::Json;
use jiff::civil::Date;
use kernel::api::{Api, Ask, Problem, Wrong};
use kernel::db::Conn;
use kernel::routes;
use stations::{Here, HereAsManager};

use super::answers;
use super::asked::{IdleAsked, MonthAsked};
use crate::failures::{AtDesk, Looking};
use shapes::{IdleShape, MonthShape};

pub fn api() -> Api {
    Api::new().routes(routes!(month)).routes(routes!(idle))
}

fn today(here: &Here) -> Date {
    here.v.when(&here.desk.station.zone).today()
}

/// What a month was like: added up from facts that name nobody. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/month", tag = "library", operation_id = "libraryMonth",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path),
        ("month" = Option<String>, Query, description = "The month; this one where it is left out", example = "2026-05")),
    responses((status = 200, body = MonthShape, description = "The month"), Looking, AtDesk))]
async fn month(HereAsManager(here): HereAsManager, Ask(asked): Ask<MonthAsked>) -> Result<Json<MonthShape>, Wrong> {
    let (station, today) = (here.desk.station.id, today(&here));
    let month = asked.checked(today).map_err(|p| Problem::fields(&here.v, &p))?;
    let read = here.house.db.snapshot(move |c: &mut Conn| answers::month(c, station, (month, today))).await?;
    Ok(Json(MonthShape::of(month, &read)))
}

/// What of a shelf nobody has taken for a year, as it is today: at most 300, the oldest first. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/library/month/idle", tag = "library", operation_id = "libraryIdle",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("shelf" = String, Query, description = "The code of a shelf that is no honesty shelf", example = "a1")),
    responses((status = 200, body = IdleShape, description = "The copies"), Looking, AtDesk))]
async fn idle(HereAsManager(here): HereAsManager, Ask(asked): Ask<IdleAsked>) -> Result<Json<IdleShape>, Wrong> {
    let (station, today) = (here.desk.station.id, today(&here));
    let read = here.house.db.snapshot(move |c: &mut Conn| answers::idle(c, station, &asked.shelf, today)).await?;
    Ok(Json(IdleShape::of(&read)))
}
