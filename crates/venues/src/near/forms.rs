//! What a link or a program asks for, and how it becomes a wish and a place to look from.
use std::ops::RangeInclusive;

use jiff::tz::{TimeZone, offset};
use serde::Deserialize;

use super::rules::{FARTHEST_KM, Part, Start, USUAL_KM, Wish};
use crate::public::forms::instant;
use crate::rules::LONGEST;
use kernel::form::Problems;
use stations::{Point, Slug};

/// A search as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NearQuery {
    pub activity: String,
    /// A day, and a part of it.
    pub on: String,
    pub part: String,
    /// An instant, instead of both.
    pub from: String,
    pub minutes: String,
    pub lat: String,
    pub lon: String,
    pub division: String,
    pub within_km: String,
    /// A part of the name of a township, by somebody who looks for a place to look from.
    pub q: String,
}

/// Where somebody wants to look from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Whence {
    Point(Point),
    /// The code of a township or a village.
    Division(i64),
}

/// Where no station is at hand: the one zone of mainland China.
pub fn home_zone() -> TimeZone {
    TimeZone::fixed(offset(8))
}

impl NearQuery {
    /// The wish, and what of it could not be read: that is then as if it had not been said.
    pub fn wish(&self) -> (Wish, Problems) {
        let mut problems = Problems::default();
        // The words of activities are written like slugs.
        let word = said(&self.activity)
            .and_then(|word| problems.take("activity", word.parse::<Slug>(), "venues-near-form-activity"));
        let on = said(&self.on).and_then(|on| problems.take("on", on.parse(), "venues-form-on"));
        let part =
            said(&self.part).and_then(|p| problems.take("part", Part::named(p).ok_or(()), "venues-near-form-part"));
        let from = said(&self.from)
            .and_then(|at| problems.take("from", instant(at, &home_zone()).ok_or(()), "venues-near-form-at"));
        let mut number = |field, typed, range: RangeInclusive<i32>, key| {
            let read = |n: &str| n.parse().ok().filter(|n| range.contains(n)).ok_or(());
            said(typed).and_then(|n| problems.take(field, read(n), key))
        };
        let minutes = number("minutes", &self.minutes, 5..=LONGEST, "venues-form-minutes");
        let within = number("within_km", &self.within_km, 1..=FARTHEST_KM, "venues-near-form-within");
        let wish = Wish {
            activity: word.map(|w| w.as_str().to_owned()).unwrap_or_default(),
            start: from.map_or(Start::In { on, part: part.unwrap_or(Part::Evening) }, Start::From),
            minutes,
            within: within.unwrap_or(USUAL_KM),
        };
        (wish, problems)
    }

    /// Where to look from: a point wins over a division. `None` if neither was said.
    pub fn whence(&self) -> Result<Option<Whence>, Problems> {
        let mut problems = Problems::default();
        if said(&self.lat).or(said(&self.lon)).is_some() {
            let mut degrees = |field, typed: &str, most: f64| {
                let read = typed.trim().parse::<f64>().ok().filter(|n| (-most..=most).contains(n)).ok_or(());
                problems.take(field, read, "venues-near-form-degrees")
            };
            let (lat, lon) = (degrees("lat", &self.lat, 90.0), degrees("lon", &self.lon, 180.0));
            let point = lat.zip(lon).and_then(|(lat, lon)| Point::new(lat, lon));
            return problems.or_else_all(point.map(|point| Some(Whence::Point(point))));
        }
        let code = said(&self.division).map(|code| {
            let digits = matches!(code.len(), 9 | 12) && code.bytes().all(|b| b.is_ascii_digit());
            let read = code.parse().ok().filter(|_| digits && !code.starts_with('0')).ok_or(());
            problems.take("division", read, "venues-near-form-division")
        });
        problems.or_else_all(Some(code.flatten().map(Whence::Division)))
    }
}

fn said(typed: &str) -> Option<&str> {
    Some(typed.trim()).filter(|t| !t.is_empty())
}
