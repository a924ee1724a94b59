use axum::Json;
use kernel::api::{Ask, Problem, Wrong};
use kernel::db::Conn;
use kernel::form::Problems;
use serde::Deserialize;
use utoipa::IntoParams;

use super::bodies::AgendaEntry;
use crate::answers;
use crate::desk::here::Here;
use crate::desk::seen::{self, Guest};
use crate::public::api::failures::{Reading, SignedIn};
use jiff::civil::Date;
use kernel::fault::Fault;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OnDay {
    /// A day in the station's zone; today when not said.
    #[param(value_type = Option<String>, format = Date, example = "2026-06-24")]
    on: Option<String>,
}

/// The day that was asked for; one that is none, or far away, is a problem here and not today.
fn day(here: &Here, on: Option<&str>) -> Result<Date, Wrong> {
    let asked = seen::day_asked(on, &here.desk.station, here.now());
    if on.is_some_and(|text| text.parse().ok() != Some(asked)) {
        let mut problems = Problems::default();
        problems.add("on", "venues-desk-not-a-day");
        return Err(Problem::fields(&here.v, &problems).into());
    }
    Ok(asked)
}

/// Who is where on one day: every reservation that starts on it, early ended ones too. Of days that are over, only managers
/// read who did not come.
#[utoipa::path(get, path = "/stations/{slug}/desk/agenda", tag = "desk", operation_id = "agenda",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), OnDay),
    responses((status = 200, body = Vec<AgendaEntry>, description = "In the order of their starts"), Reading, SignedIn))]
pub async fn agenda(here: Here, Ask(asked): Ask<OnDay>) -> Result<Json<Vec<AgendaEntry>>, Wrong> {
    let on = day(&here, asked.on.as_deref())?;
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let read = move |c: &mut Conn| {
        let receipts = answers::agenda(c, &station, on, now)?;
        seen::with_guests(c, &house, receipts)
    };
    let all: Result<_, Fault> = here.house.db.snapshot(read).await;
    let station = &here.desk.station;
    let all = match here.ctx().manager {
        true => all?,
        false => seen::without_no_shows(all?, now, station, &Guest::default()),
    };
    Ok(Json(all.iter().map(|s| AgendaEntry::of(s, station)).collect()))
}
