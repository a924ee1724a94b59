//! What the API says of activities. Words are as they were written; times carry the station's offset.
use jiff::civil::Date;
use kernel::view::View;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::answers::{Look, Places, Seen, Stands};
use crate::frame::{activity_path, occurrence_path};
use crate::rules::{Joining, Kind};
use crate::says;
use crate::{OccurrenceId, SeriesId};

pub use crate::says::written;

/// How a time stands at the moment of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OccurrenceStands)]
pub enum StandsShape {
    CalledOff,
    Over,
    Now,
    ToCome,
}

/// How one gets a place at the moment of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OccurrencePlaces)]
pub enum PlacesShape {
    JustCome,
    NotYet,
    Left,
    Open,
    Full,
    Draw,
    Closed,
}

/// One time that an activity takes place.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Occurrence)]
pub struct TimeShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: OccurrenceId,
    #[schema(value_type = String, format = Uuid)]
    pub activity: SeriesId,
    pub title: String,
    #[schema(format = DateTime)]
    pub from: String,
    #[schema(format = DateTime)]
    pub until: String,
    /// The lunar day in words.
    pub lunar: Option<String>,
    pub place: String,
    pub stands: StandsShape,
    /// Why it was called off.
    pub reason: String,
    pub note: String,
    pub places: PlacesShape,
    pub capacity: Option<i32>,
    pub taken: i32,
    /// Grows with each change.
    pub sequence: i32,
    pub page: String,
    pub calendar: String,
}

impl TimeShape {
    pub fn of(v: &View, station: &Station, seen: &Seen) -> TimeShape {
        let (one, now) = (&seen.one, v.now());
        let page = occurrence_path(station, one.id);
        TimeShape {
            id: one.id,
            activity: one.series,
            title: seen.title().to_owned(),
            from: written(station, one.starts_at),
            until: written(station, one.ends_at),
            lunar: stations::lunar(v, stations::wall(one.starts_at, &station.zone).date()),
            place: says::place(v, seen),
            stands: match seen.stands(now) {
                Stands::CalledOff => StandsShape::CalledOff,
                Stands::Over => StandsShape::Over,
                Stands::Now => StandsShape::Now,
                Stands::ToCome => StandsShape::ToCome,
            },
            reason: one.reason.clone(),
            note: one.note.clone(),
            places: match seen.places(now) {
                Places::JustCome => PlacesShape::JustCome,
                Places::Opens(_) => PlacesShape::NotYet,
                Places::Left(_) => PlacesShape::Left,
                Places::Open => PlacesShape::Open,
                Places::Full => PlacesShape::Full,
                Places::Draw(_) => PlacesShape::Draw,
                Places::Closed => PlacesShape::Closed,
            },
            capacity: one.capacity,
            taken: one.taken,
            sequence: one.sequence,
            calendar: format!("{page}/calendar.ics"),
            page,
        }
    }
}

/// What is on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Occurrences)]
pub struct TimesShape {
    pub times: Vec<TimeShape>,
}

/// An activity with all its times.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ActivityWithTimes)]
pub struct ActivityShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: SeriesId,
    pub kind: Kind,
    pub title: String,
    pub about: String,
    pub audience: String,
    pub bring: String,
    /// An RRULE; left out = once.
    pub rule: Option<String>,
    /// The same in words, with the time of day.
    pub when: String,
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    #[schema(example = "10:00")]
    pub at: String,
    pub minutes: i32,
    pub skips_holidays: bool,
    /// The room that each time holds: its number among the rooms of the station.
    pub room: Option<i32>,
    /// The office that holds it.
    pub owner: i32,
    pub min_age: Option<i16>,
    pub max_age: Option<i16>,
    pub guardian_under: Option<i16>,
    pub capacity: Option<i32>,
    pub joining: Joining,
    /// Grows with each change.
    pub sequence: i32,
    pub ended: bool,
    /// In the order of their days.
    pub times: Vec<TimeShape>,
    pub page: String,
    pub calendar: String,
}

impl ActivityShape {
    pub fn of(v: &View, station: &Station, look: &Look) -> ActivityShape {
        let (series, plan) = (&look.series, &look.series.plan);
        let page = activity_path(station, series.id);
        ActivityShape {
            id: series.id,
            kind: plan.kind,
            title: plan.title.clone(),
            about: plan.about.clone(),
            audience: plan.audience.clone(),
            bring: plan.bring.clone(),
            rule: plan.terms.rule.as_ref().map(ToString::to_string),
            when: says::rule(v, station, &plan.terms),
            on: plan.terms.starts_on,
            at: plan.terms.time().strftime("%H:%M").to_string(),
            minutes: plan.terms.minutes,
            skips_holidays: plan.terms.skips_holidays,
            room: plan.room,
            owner: plan.owner,
            min_age: plan.ages.min,
            max_age: plan.ages.max,
            guardian_under: plan.ages.guardian_under,
            capacity: plan.capacity,
            joining: plan.joining,
            sequence: series.sequence,
            ended: series.ended_at.is_some(),
            times: look.seen().map(|seen| TimeShape::of(v, station, &seen)).collect(),
            calendar: format!("{page}/calendar.ics"),
            page,
        }
    }
}
