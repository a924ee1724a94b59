//! After the fair: what the lots were used for.
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::parking::answers::Afterwards;
use crate::parking::rules::{Class, Lot, Review};
use crate::parking::says;
use crate::says::written;

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingHour)]
pub struct HourShape {
    #[schema(format = DateTime)]
    pub from: String,
    pub came: i32,
    pub went: i32,
    /// At the end of the hour.
    pub parked: i32,
}

/// One lot's day. Made of `n` taps and recounts by people on site.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingReview)]
pub struct ReviewShape {
    pub lot: String,
    pub class: Class,
    pub usable: i32,
    pub n: usize,
    pub peak: Option<i32>,
    #[schema(format = DateTime)]
    pub peak_at: Option<String>,
    pub came: i32,
    /// Cars per bay in hundredths.
    pub turnover: i64,
    #[schema(format = DateTime)]
    pub at_threshold: Option<String>,
    #[schema(format = DateTime)]
    pub full_since: Option<String>,
    pub full_minutes: i64,
    pub hours: Vec<HourShape>,
}

/// What the lots of a fair were used for, and what to do otherwise next time.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ParkingAfterwards)]
pub struct AfterShape {
    pub lots: Vec<ReviewShape>,
    /// In the reader's language.
    pub advice: Vec<String>,
    /// The day of the next fair of the series.
    #[schema(value_type = Option<String>, format = Date)]
    pub next: Option<jiff::civil::Date>,
}

impl AfterShape {
    pub fn of(v: &View, station: &Station, a: &Afterwards) -> AfterShape {
        let when = v.when(&station.zone);
        let one = |lot: &Lot, r: &Review| ReviewShape {
            lot: lot.slug.clone(),
            class: r.class,
            usable: r.usable,
            n: r.n,
            peak: r.peak.map(|p| p.0),
            peak_at: r.peak.map(|p| written(station, p.1)),
            came: r.came,
            turnover: r.turnover(),
            at_threshold: r.at_threshold.map(|at| written(station, at)),
            full_since: r.full_since.map(|at| written(station, at)),
            full_minutes: r.full_for.as_mins(),
            hours: (r.hours.iter())
                .map(|h| HourShape { from: written(station, h.from), came: h.came, went: h.went, parked: h.parked })
                .collect(),
        };
        let lots = a.ground.lots.iter().zip(&a.reviews).flat_map(|(lot, all)| all.iter().map(move |r| one(lot, r)));
        AfterShape {
            lots: lots.collect(),
            advice: a.advice.iter().map(|one| says::advice(v, &when, &a.ground.lots, *one)).collect(),
            next: a.next.as_ref().map(|fair| fair.day(station)),
        }
    }
}
