//! One time as it was typed, and why one is called off.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use stations::{Station, wall};

use super::plan::number;
use crate::acts::OneTime;
use crate::answers::Seen;
use crate::asked::{MOST_IN_A_LINE, MOST_IN_A_TITLE, MOST_PLACES, day, line, minute};
use crate::rules::MOST_MINUTES;

/// One time as it was typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TimeForm {
    pub seen: String,
    pub on: String,
    pub at: String,
    pub minutes: String,
    pub title: String,
    pub place: String,
    pub note: String,
    pub capacity: String,
    /// Its room: empty = as its series has it, `none`, or a number.
    pub room: String,
    pub anyway: String,
    pub other_room: String,
    pub other_at: String,
}

impl TimeForm {
    pub fn of(seen: &Seen, station: &Station) -> TimeForm {
        let (one, from) = (&seen.one, wall(seen.one.starts_at, &station.zone));
        TimeForm {
            seen: one.sequence.to_string(),
            on: from.date().to_string(),
            at: from.strftime("%H:%M").to_string(),
            minutes: (one.ends_at.duration_since(one.starts_at).as_mins()).to_string(),
            title: one.title.clone().unwrap_or_default(),
            place: one.place.clone().unwrap_or_default(),
            note: one.note.clone(),
            capacity: one.capacity.map(|n| n.to_string()).unwrap_or_default(),
            room: match (one.without_room, one.room) {
                (true, _) => "none".into(),
                (false, own) => own.map(|id| id.to_string()).unwrap_or_default(),
            },
            ..TimeForm::default()
        }
    }

    pub fn read(&self, station: &Station) -> Result<OneTime, Problems> {
        let mut p = Problems::default();
        let at = if self.other_at.trim().is_empty() { &self.at } else { &self.other_at };
        let (on, at_minute) = (day(&mut p, "on", &self.on), minute(&mut p, "at", at));
        let minutes: Option<i32> = number(&mut p, "minutes", &self.minutes);
        if minutes.is_none_or(|n| !(5..=MOST_MINUTES).contains(&n) || n % 5 != 0) {
            p.add("minutes", "activities-not-a-length");
        }
        let own = |text: String| (!text.is_empty()).then_some(text);
        let title = own(line(&mut p, "title", &self.title, MOST_IN_A_TITLE));
        let place = own(line(&mut p, "place", &self.place, MOST_IN_A_LINE));
        let note = line(&mut p, "note", &self.note, MOST_IN_A_LINE);
        let capacity: Option<i32> = number(&mut p, "capacity", &self.capacity);
        if capacity.is_some_and(|n| !(1..=MOST_PLACES).contains(&n)) {
            p.add("capacity", "activities-not-places");
        }
        let room = if self.other_room.trim().is_empty() { self.room.trim() } else { self.other_room.trim() };
        let (without_room, room) = match room {
            "none" => (true, None),
            typed => (false, number(&mut p, "room", typed)),
        };
        let span = on.zip(at_minute).and_then(|(on, at)| span(station, on, (at, minutes?)));
        p.or_else_all(span.map(|(starts_at, ends_at)| OneTime {
            starts_at,
            ends_at,
            title,
            place,
            note,
            room,
            without_room,
            capacity,
        }))
    }
}

/// From a wall time on, so many minutes.
fn span(station: &Station, on: Date, (at, minutes): (i32, i32)) -> Option<(Timestamp, Timestamp)> {
    let (hour, minute) = (i8::try_from(at / 60).ok()?, i8::try_from(at % 60).ok()?);
    let from = station.zone.to_ambiguous_timestamp(on.at(hour, minute, 0, 0)).compatible().ok()?;
    Some((from, from + SignedDuration::from_mins(minutes.into())))
}

/// Why a time is called off, or an activity ends; and from which day on.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ReasonForm {
    pub reason: String,
    pub from: String,
}
