//! Stations as programs read them.
use kernel::fault::Fault;
use kernel::house::House;
use serde::Serialize;
use utoipa::ToSchema;

use crate::rules::division::Division;
use crate::station::{Owner, Station};
use crate::store;

/// A station as the directory lists it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Station)]
pub struct StationBody {
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
    pub fn of(s: &Station) -> StationBody {
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

/// A page of stations, in the order of ids.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Stations)]
pub struct StationsBody {
    pub stations: Vec<StationBody>,
    /// The `after` of the next page; null on the last one.
    pub next: Option<i64>,
}

/// One station with its owners.
#[derive(Debug, Serialize, ToSchema)]
pub struct StationWithOwners {
    #[serde(flatten)]
    station: StationBody,
    owners: Vec<Owner>,
}

impl StationWithOwners {
    pub async fn of(house: &House, station: &Station) -> Result<StationWithOwners, Fault> {
        let id = station.id;
        let owners = house.db.read(move |c| store::owners::of_station(c, id)).await?;
        Ok(StationWithOwners { station: StationBody::of(station), owners })
    }
}
