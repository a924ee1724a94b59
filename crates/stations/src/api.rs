//! The JSON side of stations and divisions, below `/api/v1`.
use std::ops::RangeInclusive;

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use jiff::civil::Date;
use kernel::api::{Ask, Body, Problem, Wrong};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::view::View;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::at::At;
use crate::desk::AtDeskAsManager;
use crate::forms::StationForm;
use crate::opening::{self, DayHours, DayIs};
use crate::rules::division::{Division, TOWNSHIPS, VILLAGES};
use crate::said::wall;
use crate::station::{Owner, Station};
use crate::{acts, directory, memory, store};

/// Paths are relative to `/api/v1`.
pub fn api() -> OpenApiRouter<House> {
    OpenApiRouter::new()
        .routes(routes!(stations))
        .routes(routes!(station, change_station))
        .routes(routes!(opening))
        .routes(routes!(divisions))
}

/// A station as the directory lists it.
#[derive(Debug, Serialize, ToSchema)]
struct StationBody {
    /// Division code and place in the division.
    #[schema(example = 63_020_310_201_i64)]
    id: i64,
    #[schema(example = "sanhe")]
    slug: String,
    name_zh: String,
    /// Empty when there is none.
    name_en: String,
    division: Division,
    address: String,
    phone: Option<String>,
    /// Degrees north (WGS 84).
    lat: Option<f64>,
    /// Degrees east (WGS 84).
    lon: Option<f64>,
    /// IANA time zone; every wall time of the station is in it.
    #[schema(example = "Asia/Shanghai")]
    zone: String,
    /// OpenStreetMap `opening_hours`.
    #[schema(example = "Mo-Su 06:00-22:00")]
    hours: String,
}

impl StationBody {
    fn of(s: &Station) -> StationBody {
        StationBody {
            id: s.id.0,
            slug: s.slug.clone(),
            name_zh: s.name_zh.clone(),
            name_en: s.name_en.clone(),
            division: s.division.clone(),
            address: s.address.clone(),
            phone: s.phone.clone(),
            lat: s.lat,
            lon: s.lon,
            zone: s.zone.iana_name().unwrap_or_default().to_owned(),
            hours: s.hours.text().to_owned(),
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Listing {
    /// Only stations in this area: the first 2, 4, 6 or 9 digits of their division code.
    #[param(nullable = false, minimum = 10, maximum = 999_999_999)]
    division: Option<i64>,
    /// Only stations after this id: `next` of the page before.
    #[param(nullable = false, minimum = 0)]
    after: Option<i64>,
    /// At most this many (100 when not said).
    #[param(nullable = false, minimum = 1, maximum = 500)]
    limit: Option<i64>,
}

/// A page of stations, in the order of ids.
#[derive(Debug, Serialize, ToSchema)]
struct StationsBody {
    stations: Vec<StationBody>,
    /// The `after` of the next page; null on the last one.
    next: Option<i64>,
}

const USUAL_LIMIT: i64 = 100;
const LARGEST_LIMIT: i64 = 500;
/// Characters of a search.
const LONGEST_SEARCH: i64 = 40;

/// Stations, everywhere or in one area.
#[utoipa::path(get, path = "/stations", tag = "stations", params(Listing),
    responses((status = 200, body = StationsBody), (status = 400, body = Problem, content_type = "application/problem+json")))]
async fn stations(State(house): State<House>, v: View, Ask(ask): Ask<Listing>) -> Result<Json<StationsBody>, Wrong> {
    let (limit, within, after) = (ask.limit.unwrap_or(USUAL_LIMIT), ask.division, ask.after.unwrap_or(0));
    let mut wrong = Problems::default();
    in_range(&mut wrong, "limit", limit, 1..=LARGEST_LIMIT);
    in_range(&mut wrong, "division", within.unwrap_or(10), 10..=*TOWNSHIPS.end());
    in_range(&mut wrong, "after", after, 0..=i64::MAX);
    none_wrong(&v, wrong)?;
    let mut found = house.db.read(move |c| store::stations::listed(c, within, after, limit + 1)).await?;
    let more = found.len() as i64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = if more { found.last().map(|s| s.id.0) } else { None };
    Ok(Json(StationsBody { stations: found.iter().map(StationBody::of).collect(), next }))
}

fn in_range(wrong: &mut Problems, field: &'static str, value: i64, range: RangeInclusive<i64>) {
    if !range.contains(&value) {
        let shown = vec![("least", range.start().to_string()), ("most", range.end().to_string())];
        wrong.add_with(field, "stations-out-of-range", shown);
    }
}

/// A query that asks for what cannot be: 400.
fn none_wrong(v: &View, wrong: Problems) -> Result<(), Problem> {
    if wrong.none() { Ok(()) } else { Err(Problem { status: 400, ..Problem::fields(v, &wrong) }) }
}

/// One station with its owners.
#[derive(Debug, Serialize, ToSchema)]
struct StationWithOwners {
    #[serde(flatten)]
    station: StationBody,
    owners: Vec<Owner>,
}

/// One station.
#[utoipa::path(get, path = "/stations/{slug}", tag = "stations", params(("slug" = String, Path)),
    responses((status = 200, body = StationWithOwners), (status = 404, body = Problem, content_type = "application/problem+json")))]
async fn station(State(house): State<House>, At { station }: At) -> Result<Json<StationWithOwners>, Wrong> {
    whole(&house, &station).await
}

async fn whole(house: &House, station: &Station) -> Result<Json<StationWithOwners>, Wrong> {
    let id = station.id;
    let owners = house.db.read(move |c| store::owners::of_station(c, id)).await?;
    Ok(Json(StationWithOwners { station: StationBody::of(station), owners }))
}

/// What is to be different; what is left out stays.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct StationChange {
    #[schema(max_length = 40)]
    name_zh: Option<String>,
    /// Empty for none.
    #[schema(max_length = 40)]
    name_en: Option<String>,
    #[schema(max_length = 120)]
    address: Option<String>,
    /// Empty for none.
    phone: Option<String>,
    /// Degrees north and east: `36.42, 102.03`. Empty for unknown.
    at: Option<String>,
    /// IANA time zone.
    zone: Option<String>,
    /// OpenStreetMap `opening_hours`.
    #[schema(max_length = 500)]
    hours: Option<String>,
}

impl StationChange {
    fn over(&self, station: &Station) -> StationForm {
        let now = StationForm::of(station);
        let pick = |new: &Option<String>, old: String| new.clone().unwrap_or(old);
        StationForm {
            name_zh: pick(&self.name_zh, now.name_zh),
            name_en: pick(&self.name_en, now.name_en),
            address: pick(&self.address, now.address),
            phone: pick(&self.phone, now.phone),
            at: pick(&self.at, now.at),
            zone: pick(&self.zone, now.zone),
            hours: pick(&self.hours, now.hours),
            ..StationForm::default()
        }
    }
}

/// Changes a station. Managers only.
#[utoipa::path(patch, path = "/stations/{slug}", tag = "stations",
    params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = StationChange,
    security(("session" = [])),
    responses((status = 200, body = StationWithOwners),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json")))]
async fn change_station(
    State(house): State<House>,
    v: View,
    AtDeskAsManager(desk): AtDeskAsManager,
    headers: HeaderMap,
    Body(change): Body<StationChange>,
) -> Result<Json<StationWithOwners>, Wrong> {
    let draft = change.over(&desk.station).read().map_err(|problems| Problem::fields(&v, &problems))?;
    let (id, by, now) = (desk.station.id, By::Staff(desk.staff.id.0), house.now());
    let once = Once::header(&headers).map(|key| Once::new(key, &desk.staff.id.to_string(), &change));
    let changed = move |c: &mut kernel::db::Conn| {
        only_once(c, id, once.as_ref(), now, |c| acts::change_station(c, id, &draft, by, now))
    };
    house.db.write(changed).await?;
    memory::forget(&house, &desk.station.slug);
    whole(&house, &*memory::station(&house, &desk.station.slug).await?).await
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct OpeningOn {
    /// A day in the station's zone; today when not said.
    #[param(nullable = false, format = Date, example = "2026-10-01")]
    on: Option<String>,
}

/// A stretch of time in the station's zone.
#[derive(Debug, Serialize, ToSchema)]
struct Span {
    #[schema(example = "2026-06-24T06:00:00")]
    from: String,
    #[schema(example = "2026-06-24T22:00:00")]
    until: String,
}

/// What kind of day it is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum DayKind {
    Ordinary,
    Holiday,
    /// A weekend day worked in exchange for a holiday (调休).
    MakeUpWorkday,
    /// The holidays of its year are not published yet.
    NotKnownYet,
}

/// When the door is open on one day.
#[derive(Debug, Serialize, ToSchema)]
struct OpeningBody {
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
async fn opening(
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

fn day(v: &View, text: &str) -> Result<Date, Problem> {
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

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct DivisionsAsked {
    /// The first digits of a code, 2 to 12 of them.
    #[param(nullable = false, minimum = 10, maximum = 999_999_999_999_i64)]
    prefix: Option<i64>,
    /// A part of a name, after the names of areas around it if wanted: `平安 三合`.
    #[param(nullable = false, max_length = 40)]
    name: Option<String>,
}

/// Townships and villages, in the order of codes.
#[derive(Debug, Serialize, ToSchema)]
struct DivisionsBody {
    /// 60 at most: narrow the search for others.
    divisions: Vec<Division>,
}

/// Divisions by the start of their code or a part of their name.
#[utoipa::path(get, path = "/divisions", tag = "stations", params(DivisionsAsked),
    responses((status = 200, body = DivisionsBody), (status = 400, body = Problem, content_type = "application/problem+json")))]
async fn divisions(
    State(house): State<House>,
    v: View,
    Ask(ask): Ask<DivisionsAsked>,
) -> Result<Json<DivisionsBody>, Wrong> {
    let mut wrong = Problems::default();
    in_range(&mut wrong, "prefix", ask.prefix.unwrap_or(10), 10..=*VILLAGES.end());
    let letters = ask.name.as_ref().map_or(0, |name| name.chars().count());
    in_range(&mut wrong, "name", letters.try_into().unwrap_or(i64::MAX), 0..=LONGEST_SEARCH);
    none_wrong(&v, wrong)?;
    let found = house.db.read(move |c| directory::divisions(c, ask.prefix, ask.name.as_deref())).await?;
    Ok(Json(DivisionsBody { divisions: found }))
}
