//! Closing rooms for a while, or opening them.
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::read;
use crate::acts::Closing;
use crate::desk::asked::NewOpening;
use crate::rules::{LayerKind, VenueId};
use kernel::form::Problems;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OpeningForm {
    pub once: String,
    /// `open` or `closed`.
    pub kind: String,
    /// A number; [`ALL`] or nothing = the whole station.
    pub venue: String,
    pub from_on: String,
    pub from_at: String,
    /// Empty = the same day.
    pub until_on: String,
    pub until_at: String,
    pub reason_zh: String,
    pub reason_en: String,
    /// `cancel` or `keep`: what becomes of the reservations that a closure hits.
    pub hit: String,
}

/// What the form sends for the whole station.
pub const ALL: &str = "all";

impl OpeningForm {
    /// What is proposed: the next two hours, from a full hour on.
    pub fn fresh(kind: &str, zone: &TimeZone, now: Timestamp) -> OpeningForm {
        let local = (now + SignedDuration::from_mins(59)).to_zoned_datetime(zone.clone());
        let until = local.timestamp() + SignedDuration::from_hours(2);
        let until = until.to_zoned_datetime(zone.clone());
        OpeningForm {
            kind: kind.to_owned(),
            from_on: local.date().to_string(),
            from_at: format!("{:02}:00", local.hour()),
            until_on: until.date().to_string(),
            until_at: format!("{:02}:00", until.hour()),
            ..OpeningForm::default()
        }
    }

    pub fn kind(&self) -> LayerKind {
        if self.kind == "open" { LayerKind::Open } else { LayerKind::Closed }
    }

    pub fn read(&self, zone: &TimeZone, known: &[VenueId], now: Timestamp) -> Result<Closing, Problems> {
        let mut problems = Problems::default();
        let p = &mut problems;
        let venue = match self.venue.as_str() {
            "" | ALL => None,
            id => p.take("venue", id.parse::<VenueId>(), "venues-desk-no-such-venue"),
        };
        let until_on = if self.until_on.trim().is_empty() { &self.from_on } else { &self.until_on };
        let from = read::date(p, "from_on", &self.from_on).zip(read::time(p, "from_at", &self.from_at));
        let until = read::date(p, "until_on", until_on).zip(read::time(p, "until_at", &self.until_at));
        let (from, until) = problems.or_else_all(from.zip(until))?;
        let instant = |(on, at)| read::instant(on, at, zone).unwrap_or(now);
        NewOpening {
            venue,
            kind: self.kind(),
            from: instant(from),
            until: instant(until),
            reason_zh: self.reason_zh.clone(),
            reason_en: self.reason_en.clone(),
            cancel_hit: self.hit == "cancel",
        }
        .checked(known, now)
    }
}
