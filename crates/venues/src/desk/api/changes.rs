use axum::Json;
use kernel::api::{Ask, Problem, Wrong};
use kernel::event;
use kernel::form::Problems;
use serde::Deserialize;
use utoipa::IntoParams;

use super::bodies::ChangeBody;
use crate::desk::here::Manager;
use crate::public::api::failures::{Reading, SignedIn};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct After {
    /// Changes after this number; 0 or nothing begins with the first.
    #[param(minimum = 0)]
    after: Option<i64>,
    /// How many at most, up to 500; 100 when not said.
    #[param(minimum = 1, maximum = 500)]
    most: Option<i64>,
}

/// The station's changes, oldest first. Managers only.
///
/// Their numbers have no holes: whoever has seen number n has seen all before it.
#[utoipa::path(get, path = "/stations/{slug}/changes", tag = "desk", operation_id = "changes",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), After),
    responses((status = 200, body = Vec<ChangeBody>, description = "Empty when there is nothing new"), Reading, SignedIn))]
pub async fn changes(Manager(here): Manager, Ask(asked): Ask<After>) -> Result<Json<Vec<ChangeBody>>, Wrong> {
    let station = here.desk.station.id;
    let (after, most) = (asked.after.unwrap_or(0), asked.most.unwrap_or(100));
    let mut problems = Problems::default();
    if after < 0 {
        problems.add("after", "venues-desk-after-range");
    }
    if !(1..=500).contains(&most) {
        problems.add("most", "venues-desk-most-range");
    }
    problems.or_else_all(Some(())).map_err(|p| Problem::fields(&here.v, &p))?;
    let events = here.house.db.read(move |c| event::since(c, station, after, most)).await?;
    Ok(Json(events.into_iter().map(|e| ChangeBody::of(e, &here.desk.station.zone)).collect()))
}
