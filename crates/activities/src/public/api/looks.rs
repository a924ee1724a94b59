//! Looking: what is on, one activity, one time.
use axum::Json;
use jiff::civil::Date;
use kernel::api::{Ask, At as Values, Wrong};
use kernel::view::View;
use serde::Deserialize;
use stations::Named;
use utoipa::IntoParams;

use super::shapes::{ActivityShape, TimeShape, TimesShape};
use crate::failures::Looking;
use crate::public::pages::Span;
use crate::public::reads::{NEXT, Reading};
use crate::{OccurrenceId, SeriesId};

/// Which part of the calendar.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Which {
    /// What is on now and next, or a day, a week, a month.
    #[param(inline)]
    span: Option<Span>,
    /// A day of it; left out = today.
    #[param(value_type = Option<String>, format = Date)]
    on: Option<Date>,
}

/// What is on.
#[utoipa::path(get, path = "/stations/{slug}/activities", tag = "activities", operation_id = "activities",
    params(("slug" = String, Path, description = "The station's slug"), Which),
    responses((status = 200, description = "Times, in the order in which they start", body = TimesShape), Looking))]
pub async fn list(v: View, r: Reading, Ask(which): Ask<Which>) -> Result<Json<TimesShape>, Wrong> {
    let all = match which.span.unwrap_or_default() {
        Span::Next => r.coming(NEXT).await?,
        span => {
            let on = which.on.filter(|on| (2000..=2099).contains(&on.year())).unwrap_or(r.today());
            let (first, days) = span.days(on);
            r.days(first, days).await?
        }
    };
    Ok(Json(TimesShape { times: all.iter().map(|seen| TimeShape::of(&v, &r.station, seen)).collect() }))
}

/// One activity with all its times.
#[utoipa::path(get, path = "/stations/{slug}/activities/{id}", tag = "activities", operation_id = "activity",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The activity", body = ActivityShape), Looking))]
pub async fn activity(
    v: View,
    r: Reading,
    Values(Named { id }): Values<Named<SeriesId>>,
) -> Result<Json<ActivityShape>, Wrong> {
    Ok(Json(ActivityShape::of(&v, &r.station, &r.look(id).await?)))
}

/// One time.
#[utoipa::path(get, path = "/stations/{slug}/occurrences/{id}", tag = "activities", operation_id = "occurrence",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The time", body = TimeShape), Looking))]
pub async fn occurrence(
    v: View,
    r: Reading,
    Values(Named { id }): Values<Named<OccurrenceId>>,
) -> Result<Json<TimeShape>, Wrong> {
    Ok(Json(TimeShape::of(&v, &r.station, &r.one(id).await?)))
}
