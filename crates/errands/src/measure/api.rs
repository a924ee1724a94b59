//! The figures for programs. Paths are relative to `/api/v1`.
use axum::Json;
use axum::extract::State;
use jiff::civil::Date;
use kernel::api::{Api, Ask, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::routes;
use kernel::share::Sure;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use stations::At;
use utoipa::{IntoParams, ToSchema};

use super::answers::{self, Measured};
use super::asked;
use super::rules::{Figure, Row, Unit, Week};
use crate::answers::wall;

pub fn api() -> Api {
    Api::new().routes(routes!(measure))
}

/// Which days. Without them this month.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Days {
    /// The first day, in the station's zone.
    #[param(value_type = Option<String>, format = Date, example = "2026-06-01")]
    from: Option<String>,
    /// The day after the last one; at most 366 days later.
    #[param(value_type = Option<String>, format = Date, example = "2026-07-01")]
    until: Option<String>,
}

/// What a station's errands came to. Of the station, never of a person.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Measure)]
pub struct MeasureShape {
    pub station: String,
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    #[schema(value_type = String, format = Date)]
    pub until: Date,
    /// Ratings are known of days before this one.
    #[schema(value_type = String, format = Date)]
    pub rated_until: Date,
    pub figures: Vec<FigureShape>,
    /// Trips for nothing per 100 visits, week by week.
    pub weeks: Vec<WeekShape>,
}

/// One number. Null: of fewer than ten nothing is said, or it is not known.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MeasuredNumber)]
pub struct FigureShape {
    pub figure: Figure,
    /// A cause, a quantile, an ending or a level.
    #[schema(example = "paper-missing")]
    pub part: String,
    pub unit: Unit,
    pub value: Option<f64>,
    /// The interval of 95 %.
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub count: Option<usize>,
    pub n: usize,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MeasuredWeek)]
pub struct WeekShape {
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    #[schema(value_type = String, format = Date)]
    pub until: Date,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub n: usize,
}

/// In hundredths: more digits would claim to know more.
fn rounded(x: f64) -> f64 {
    (x * 100.0).round() / 100.0
}

fn ends(sure: Option<Sure>) -> [Option<f64>; 3] {
    [sure.map(|s| rounded(s.value)), sure.map(|s| rounded(s.low)), sure.map(|s| rounded(s.high))]
}

impl FigureShape {
    fn of(row: &Row) -> FigureShape {
        let [value, low, high] = ends(row.sure);
        let (figure, part, unit) = (row.figure, row.part.to_owned(), row.unit);
        FigureShape { figure, part, unit, value, low, high, count: row.count, n: row.n }
    }
}

impl WeekShape {
    fn of(week: &Week) -> WeekShape {
        let [value, low, high] = ends(week.wasted.published().map(Sure::per_100));
        WeekShape { from: week.days.from, until: week.days.until, value, low, high, n: week.wasted.n }
    }
}

kernel::failures! {
    /// How asking can fail.
    pub Asking {
        400: "The query cannot be read",
        404: "There is no such station",
        422: "The days are none, or too many",
        503: "Too much to do, or the database is away: try again",
    }
}

/// The figures of some days: trips for nothing by cause, waiting and service, promises, the band of waiting times, presence,
/// ratings and call-backs. Each with its n and its interval.
#[utoipa::path(get, path = "/stations/{slug}/measure", tag = "errands", operation_id = "measure",
    params(("slug" = String, Path, description = "The station's slug"), Days),
    responses((status = 200, description = "The figures", body = MeasureShape), Asking))]
pub async fn measure(
    State(house): State<House>,
    v: View,
    At { station }: At,
    Ask(days): Ask<Days>,
) -> Result<Json<MeasureShape>, Wrong> {
    let now = house.now();
    let period = asked::days(days.from.as_deref(), days.until.as_deref(), wall(&station, now).date());
    let period = period.map_err(|problems| Problem::fields(&v, &problems))?;
    let slug = station.slug.clone();
    let read = move |c: &mut Conn| answers::measured(c, &station, period, now);
    let measured: Result<Measured, Fault> = house.db.snapshot(read).await;
    let m = measured?;
    Ok(Json(MeasureShape {
        station: slug,
        from: m.period.from,
        until: m.period.until,
        rated_until: m.rated_until,
        figures: m.rows.iter().map(FigureShape::of).collect(),
        weeks: m.weeks.iter().map(WeekShape::of).collect(),
    }))
}
