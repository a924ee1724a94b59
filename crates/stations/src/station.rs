//! One station, as the rest of the program knows it.
use std::sync::Arc;

use almanac::hours::Hours;
use jiff::tz::TimeZone;
use kernel::db::types::StationId;
use kernel::page::Place;
use kernel::view::View;

use crate::rules::division::Division;

/// 驿站: a place with a door, an address, and rooms that several owners share.
#[derive(Debug, Clone)]
pub struct Station {
    pub id: StationId,
    /// The end of its address: `/s/{slug}`.
    pub slug: String,
    pub name_zh: String,
    /// May be empty.
    pub name_en: String,
    pub division: Division,
    pub address: String,
    pub phone: Option<String>,
    /// Degrees north and east (WGS 84).
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub zone: TimeZone,
    /// When the door is open: OpenStreetMap `opening_hours`.
    pub hours: Arc<Hours>,
}

impl Station {
    pub fn name<'s>(&'s self, v: &View) -> &'s str {
        v.pick(&self.name_zh, &self.name_en)
    }

    /// What the page shell shows around every page of this station.
    pub fn place(&self, v: &View) -> Place {
        Place { name: self.name(v).to_owned(), home: self.home(), phone: self.phone.clone() }
    }

    /// The path of its home page.
    pub fn home(&self) -> String {
        format!("/s/{}", self.slug)
    }

    /// A path below its home page: `path("/desk/today")`.
    pub fn path(&self, below: &str) -> String {
        format!("/s/{}{below}", self.slug)
    }
}

/// 归口单位: an office that shares the station.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Owner {
    /// Its number in the station, from 1.
    pub id: i32,
    pub name_zh: String,
    /// May be empty.
    pub name_en: String,
}

impl Owner {
    pub fn name<'o>(&'o self, v: &View) -> &'o str {
        v.pick(&self.name_zh, &self.name_en)
    }
}

/// What can be changed about a station, and what a new one needs, already well-formed.
#[derive(Debug, Clone)]
pub struct Draft {
    pub name_zh: String,
    pub name_en: String,
    pub address: String,
    pub phone: Option<String>,
    /// Degrees north and east.
    pub at: Option<(f64, f64)>,
    pub zone: TimeZone,
    /// OpenStreetMap `opening_hours` that the almanac has read.
    pub hours: String,
}
