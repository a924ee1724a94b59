//! The same for programs.
use axum::Json;
use axum::extract::State;
use kernel::api::{Api, Ask, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::routes;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::forms::{NearQuery, Whence};
use super::reads::{self, Activity, Found, Place};
use super::rules::{Start, Wish};
use super::whence;
use crate::public::api::failures::Reading;
use crate::public::api::shapes::{Clock, SlotShape};
use crate::public::reserve::offering_path;
use crate::rules::{Name, Who};

/// Paths are relative to `/api/v1`.
pub fn api() -> Api {
    Api::new().routes(routes!(near))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct SearchQuery {
    /// What people come for: `table-tennis`. Without it, only `activities` are told.
    #[param(value_type = Option<String>, nullable = false, min_length = 2, max_length = 40, pattern = "^[a-z0-9]+(-[a-z0-9]+)*$")]
    activity: String,
    /// The first start that suits; later ones on the same day suit as well. Without it, now. A time without an offset is
    /// one of mainland China.
    #[param(value_type = Option<String>, nullable = false, format = DateTime, example = "2026-06-24T19:30:00+08:00")]
    from: String,
    /// The length; without it, each offering's usual one. Lengths that an offering does not have become its nearest.
    #[param(value_type = Option<i32>, nullable = false, minimum = 5, maximum = 1440, example = 60)]
    minutes: String,
    /// Degrees north (WGS 84), taken to a hundredth. Where somebody looks from is neither kept nor logged. Either this
    /// and `lon`, or `division`, has to be said.
    #[param(value_type = Option<f64>, nullable = false, minimum = -90, maximum = 90, example = 36.42)]
    lat: String,
    /// Degrees east.
    #[param(value_type = Option<f64>, nullable = false, minimum = -180, maximum = 180, example = 102.03)]
    lon: String,
    /// The code of a township (9 digits) or a village (12 digits): where its station lies. A point wins over it.
    #[param(value_type = Option<i64>, nullable = false, minimum = 100_000_000, maximum = 999_999_999_999_i64, example = 630_203_102)]
    division: String,
    /// How far, in kilometres as the crow flies; 20 when not said.
    #[param(value_type = Option<i32>, nullable = false, minimum = 1, maximum = 100, example = 20)]
    within_km: String,
}

/// Rooms at the stations around that are free when one wants to come.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Near)]
pub struct NearShape {
    /// The nearest first, at most one a station: its first start that suits. Stations that have not said where they lie
    /// come last, those of the same township, county and city in this order.
    pub places: Vec<PlaceShape>,
    /// How many stations that offer it, the nearest, were looked at.
    #[schema(minimum = 0)]
    pub looked_at: usize,
    /// Without an activity in the question: what the nearest stations offer.
    pub activities: Vec<ActivityShape>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NearPlace)]
pub struct PlaceShape {
    /// The station's slug.
    pub station: String,
    pub station_name: Name,
    pub address: String,
    /// Kilometres as the crow flies, to a hundred metres; null if it is not known where one of both lies.
    #[schema(minimum = 0)]
    pub km: Option<f64>,
    pub venue: String,
    pub offering: String,
    pub name: Name,
    /// Whether one books it or just comes.
    pub who: Who,
    pub slot: SlotShape,
    /// The page where people book it.
    pub page: String,
}

/// Something to do around here.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Activity)]
pub struct ActivityShape {
    pub activity: String,
    /// What the nearest offering of it is called.
    pub name: Name,
}

/// What is free around a point or a township, at all stations of the deployment.
#[utoipa::path(get, path = "/near", tag = "venues", operation_id = "near", params(SearchQuery),
    responses((status = 200, description = "The nearest stations with room", body = NearShape), Reading))]
async fn near(State(house): State<House>, v: View, Ask(asked): Ask<SearchQuery>) -> Result<Json<NearShape>, Wrong> {
    let now = house.now();
    let (wish, whence) = read(asked).map_err(|problems| Problem::fields(&v, &problems))?;
    let wish = match wish.start {
        Start::From(_) => wish,
        Start::In { .. } => Wish { start: Start::From(now), ..wish },
    };
    let h = house.clone();
    let work = move |c: &mut Conn| {
        let stand = whence::stand(c, whence)?.ok_or(Fault::NotFound)?;
        if wish.activity.is_empty() {
            return Ok(shape(&Found::default(), &reads::activities(c, stand.origin, wish.within)?));
        }
        Ok::<_, Fault>(shape(&reads::find(c, &h, stand.origin, &wish, now)?, &[]))
    };
    Ok(Json(house.db.snapshot(work).await?))
}

fn read(q: SearchQuery) -> Result<(Wish, Whence), Problems> {
    let SearchQuery { activity, from, minutes, lat, lon, division, within_km } = q;
    let form = NearQuery { activity, from, minutes, lat, lon, division, within_km, ..NearQuery::default() };
    let (wish, mut problems) = form.wish();
    match form.whence()? {
        Some(whence) if problems.none() => return Ok((wish, whence)),
        Some(_) => {}
        None => problems.add("division", "venues-near-form-whence"),
    }
    Err(problems)
}

fn shape(found: &Found, activities: &[Activity]) -> NearShape {
    let activity = |a: &Activity| ActivityShape { activity: a.word.clone(), name: a.name.clone() };
    NearShape {
        places: found.places.iter().map(place).collect(),
        looked_at: found.looked_at,
        activities: activities.iter().map(activity).collect(),
    }
}

fn place(p: &Place) -> PlaceShape {
    let (station, offering) = (&p.station, &p.offering);
    PlaceShape {
        station: station.slug.clone(),
        station_name: Name { zh: station.name_zh.clone(), en: station.name_en.clone() },
        address: station.address.clone(),
        km: p.km.map(|km| (km * 10.0).round() / 10.0),
        venue: p.venue.slug.clone(),
        offering: offering.slug.clone(),
        name: offering.name.clone(),
        who: offering.policy.who,
        slot: SlotShape::of(&p.slot, &mut Clock::new(&station.zone)),
        page: offering_path(station, &offering.slug),
    }
}
