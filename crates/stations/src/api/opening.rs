//! When the door is open, for programs.
use axum::Json;
use axum::extract::State;
use jiff::civil::Date;
use kernel::api::{Ask, Problem, Wrong};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::check::none_wrong;
use crate::at::At;
use crate::memory;
use crate::opening::{self, DayHours, DayIs};
use crate::said::wall;
use crate::station::Station;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct OpeningOn {
    /// A day in the station's zone; today when not said.
    #[param(nullable = false, format = Date, example = "2026-10-01")]
    on: Option<String>,
}

/// A stretch of time in the station's zone.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WallSpan)]
pub struct Span {
    #[schema(example = "2026-06-24T06:00:00")]
    from: String,
    #[schema(example = "2026-06-24T22:00:00")]
    until: String,
}

/// What kind of day it is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DayKind {
    Ordinary,
    Holiday,
    /// A weekend day worked in exchange for a holiday (调休).
    MakeUpWorkday,
    /// The holidays of its year are not published yet.
    NotKnownYet,
}

/// When the door is open on one day.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DayHours)]
pub struct OpeningBody {
    #[schema(example = "2026-06-24")]
    on: String,
    zone: String,
    spans: Vec<Span>,
    day: DayKind,
    /// The holiday, in Chinese.
    holiday: Option<String>,
    /// A holiday notice that is still to come may change this.
    provisional: bool,
}

/// The opening hours of one day.
#[utoipa::path(get, path = "/stations/{slug}/opening", tag = "stations", params(("slug" = String, Path), OpeningOn),
    responses((status = 200, body = OpeningBody),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json")))]
pub async fn opening(
    State(house): State<House>,
    v: View,
    At { station }: At,
    Ask(ask): Ask<OpeningOn>,
) -> Result<Json<OpeningBody>, Wrong> {
    let today = wall(house.now(), &station.zone).date();
    let on = match ask.on {
        None => today,
        Some(text) => day(&v, &text)?,
    };
    let day = opening::days(&station.hours, &memory::calendar(&house), on, 1).into_iter().next();
    Ok(Json(body_of(&station, day.ok_or_else(|| Fault::broken("a day has hours"))?)))
}

fn day(v: &View, text: &str) -> Result<Date, Wrong> {
    let mut wrong = Problems::default();
    let day = wrong.take("on", Date::strptime("%Y-%m-%d", text), "stations-day-wrong");
    none_wrong(v, wrong)?;
    Ok(day.unwrap_or_default())
}

fn body_of(station: &Station, day: DayHours) -> OpeningBody {
    let spans =
        day.spans.iter().map(|(from, until)| Span { from: from.to_string(), until: until.to_string() }).collect();
    let (kind, holiday) = match day.day {
        DayIs::Ordinary => (DayKind::Ordinary, None),
        DayIs::Holiday(name) => (DayKind::Holiday, Some(name.zh)),
        DayIs::MakeUpWorkday => (DayKind::MakeUpWorkday, None),
        DayIs::NotKnownYet => (DayKind::NotKnownYet, None),
    };
    let zone = station.zone.iana_name().unwrap_or_default().to_owned();
    OpeningBody { on: day.date.to_string(), zone, spans, day: kind, holiday, provisional: day.provisional }
}
