//! The lots in the shape of ParkAPI version 1, which apps for car parks read (github.com/offenesdresden/ParkAPI): a station is a
//! city, times are UTC without an offset.
use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use kernel::api::Wrong;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use serde::Serialize;
use stations::{At, Station};
use utoipa::ToSchema;

use crate::failures::Looking;
use crate::parking::reads::{self, Now};
use crate::parking::rules::{Class, Lot, Shown, shown};
use crate::parking::says;

#[derive(Debug, Serialize, ToSchema)]
pub struct ParkApiCoords {
    pub lat: f64,
    pub lng: f64,
}

/// One lot, for cars.
#[derive(Debug, Serialize, ToSchema)]
pub struct ParkApiLot {
    pub id: String,
    pub name: String,
    pub address: String,
    pub region: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coords: Option<ParkApiCoords>,
    /// Bays that visitors may use: those held back are none of them.
    pub total: i32,
    /// Of an `unknown` lot the last figure; of one that nobody has counted 0.
    pub free: i32,
    /// `open`, `closed`, `nodata` (nobody has counted) or `unknown` (not within half an hour).
    #[schema(example = "open")]
    pub state: &'static str,
    pub lot_type: &'static str,
    /// We do not guess what comes.
    pub forecast: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ParkApiCity {
    /// When somebody last counted.
    #[schema(example = "2026-06-27T01:58:00")]
    pub last_updated: String,
    pub last_downloaded: String,
    pub data_source: String,
    pub lots: Vec<ParkApiLot>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ParkApiStation {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coords: Option<ParkApiCoords>,
    pub source: String,
    pub url: String,
    pub active_support: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ParkApiCities {
    pub api_version: &'static str,
    pub server_version: &'static str,
    pub reference: &'static str,
    /// By the name that their address ends in.
    pub cities: BTreeMap<String, ParkApiStation>,
}

fn utc(at: Timestamp) -> String {
    at.to_zoned_datetime(TimeZone::UTC).strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

/// So many stations are listed: one asks for a station by its name.
const MOST: i64 = 500;

/// Stations, as ParkAPI lists cities.
#[utoipa::path(get, path = "/parkapi", tag = "parking", operation_id = "parkApiCities",
    responses((status = 200, description = "Stations", body = ParkApiCities), Looking))]
pub async fn cities(State(house): State<House>, v: View) -> Result<Json<ParkApiCities>, Wrong> {
    let all = house.db.read(move |c: &mut Conn| stations::some(c, None, 0, MOST)).await?;
    let url = &house.settings.public_url;
    let one = |station: &Station| {
        let of = ParkApiStation {
            name: station.name(&v).to_owned(),
            coords: station.lat.zip(station.lon).map(|(lat, lng)| ParkApiCoords { lat, lng }),
            source: format!("{url}{}", station.path("/parking")),
            url: format!("{url}{}", station.path("/parking")),
            active_support: true,
        };
        (station.slug.to_string(), of)
    };
    Ok(Json(ParkApiCities {
        api_version: "1.0",
        server_version: env!("CARGO_PKG_VERSION"),
        reference: "https://github.com/offenesdresden/ParkAPI",
        cities: all.iter().map(one).collect(),
    }))
}

/// A station's lots of the fair that is on or comes next.
#[utoipa::path(get, path = "/parkapi/{slug}", tag = "parking", operation_id = "parkApiCity",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Lots", body = ParkApiCity), Looking))]
pub async fn city(State(house): State<House>, v: View, at: At) -> Result<Json<ParkApiCity>, Wrong> {
    let found = reads::now(&house, &at.station).await?;
    Ok(Json(drawn(&house, &v, &at.station, &found)?))
}

fn drawn(house: &House, v: &View, station: &Station, found: &Now) -> Result<ParkApiCity, Fault> {
    let now = house.now();
    let lots = || found.ground.iter().flat_map(|g| &g.lots);
    let counted = lots().flat_map(|lot| &lot.bays).filter_map(|b| b.seen_at).max();
    Ok(ParkApiCity {
        last_updated: utc(counted.unwrap_or(now)),
        last_downloaded: utc(now),
        data_source: format!("{}{}", house.settings.public_url, station.path("/parking")),
        lots: lots().filter_map(|lot| one(v, station, lot, now)).collect(),
    })
}

fn one(v: &View, station: &Station, lot: &Lot, now: Timestamp) -> Option<ParkApiLot> {
    let bays = lot.bays(Class::Car)?;
    let (state, free) = match shown(now, lot, Class::Car)? {
        Shown::Free { free, .. } => ("open", free),
        Shown::Unknown { last: Some((free, _)) } => ("unknown", free),
        Shown::Unknown { last: None } => ("nodata", 0),
        Shown::NotYet | Shown::Closed => ("closed", 0),
    };
    Some(ParkApiLot {
        id: format!("{}-{}", station.slug, lot.slug),
        name: says::name(v, &lot.name).to_owned(),
        address: lot.address.clone(),
        region: station.name(v).to_owned(),
        coords: lot.at.map(|(lat, lng)| ParkApiCoords { lat, lng }),
        total: bays.usable(),
        free,
        state,
        lot_type: "Parkplatz",
        forecast: false,
    })
}
