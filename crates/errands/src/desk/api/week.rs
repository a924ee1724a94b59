use axum::Json;
use jiff::civil::{Date, DateTime};
use kernel::api::Wrong;
use kernel::fault::Fault;
use serde::Serialize;
use utoipa::ToSchema;

use super::failures::Reading;
use crate::answers::WeekDay;
use crate::desk::here::Here;
use crate::desk::web::week;
use crate::rules::{AwayOn, Presence};

/// A stretch of working hours, in the station's wall time.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkingHours {
    #[schema(value_type = String, example = "2026-06-24T08:30:00")]
    from: DateTime,
    #[schema(value_type = String, example = "2026-06-24T12:00:00")]
    until: DateTime,
}

/// A day of an official's week.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayOfWeek {
    #[schema(value_type = String, format = Date)]
    day: Date,
    hours: Vec<WorkingHours>,
    /// What they have said that they are instead; null if nothing.
    away: Option<Presence>,
    /// When they are back on this day, in the station's wall time; null when they are away for all of it, or have not said.
    #[schema(value_type = Option<String>, example = "2026-06-24T15:00:00")]
    back: Option<DateTime>,
}

impl From<WeekDay> for DayOfWeek {
    fn from(d: WeekDay) -> DayOfWeek {
        let (away, back) = match d.away {
            None => (None, None),
            Some(AwayOn::All(p) | AwayOn::Open(p)) => (Some(p), None),
            Some(AwayOn::Until(p, back)) => (Some(p), Some(back)),
        };
        let hours = d.hours.into_iter().map(|(from, until)| WorkingHours { from, until }).collect();
        DayOfWeek { day: d.on, hours, away, back }
    }
}

/// The seven days from today on of whoever is signed in, who is an official here: 404 for anybody else.
#[utoipa::path(get, path = "/stations/{slug}/desk/my-week", tag = "desk", operation_id = "myWeek",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<DayOfWeek>, description = "Working hours, and declared absences"), Reading))]
pub async fn my_week(here: Here) -> Result<Json<Vec<DayOfWeek>>, Wrong> {
    let week = week::read(&here).await?.ok_or(Fault::NotFound)?;
    Ok(Json(week.into_iter().map(DayOfWeek::from).collect()))
}
