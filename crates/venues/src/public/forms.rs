//! What people type and tap, and how it becomes something that the rules can judge. The API's bodies are read the same way.
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::ReservationId;
use crate::rules::{Favoured, Span};
use kernel::form::Problems;
use people::Phone;

/// A booking, or another time for one, as it was typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ReservationForm {
    pub offering: String,
    pub from: String,
    pub minutes: String,
    pub group: String,
    pub phone: String,
    /// Ticked by whoever says that they are one of those whose hours come first.
    pub elderly: String,
    pub children: String,
    pub once: String,
    /// One of the times that were proposed after a refusal, as [`proposed`] writes it; it wins over `from` and `minutes`.
    pub instead: String,
}

/// A well-formed wish. What is left open, the offering decides.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub offering: String,
    pub from: Timestamp,
    pub minutes: Option<i32>,
    pub group: Option<i32>,
    pub phone: Option<Phone>,
    pub said: Option<Favoured>,
}

impl ReservationForm {
    /// What was ticked.
    pub fn said(&self) -> Option<Favoured> {
        Favoured::ALL.into_iter().find(|f| !self.ticked(*f).is_empty())
    }

    /// The box of one group.
    pub fn ticked(&self, of: Favoured) -> &str {
        match of {
            Favoured::Elderly => &self.elderly,
            Favoured::Children => &self.children,
        }
    }

    /// The form with the proposed time that was tapped, if one was, in place of what was chosen before.
    pub fn settled(self) -> ReservationForm {
        match self.instead.split_once('/') {
            Some((from, minutes)) => {
                let (from, minutes) = (from.to_owned(), minutes.to_owned());
                ReservationForm { from, minutes, instead: String::new(), ..self }
            }
            None => self,
        }
    }

    /// Times without an offset are the station's.
    pub fn read(&self, zone: &TimeZone, needs_phone: bool) -> Result<Wanted, Problems> {
        let mut problems = Problems::default();
        let from = instant(&self.from, zone).map(near_enough);
        if from.is_none() {
            problems.add("from", "venues-form-from");
        }
        let minutes = number(&mut problems, "minutes", &self.minutes, "venues-form-minutes");
        let group = number(&mut problems, "group", &self.group, "venues-form-group");
        let phone = if needs_phone { phone(&mut problems, &self.phone) } else { None };
        let offering = self.offering.trim().to_owned();
        let said = self.said();
        problems.or_else_all(from.map(|from| Wanted { offering, from, minutes, group, phone, said }))
    }
}

/// The rules add and subtract days: what lies centuries away is moved to where they can, and is refused there just the same.
pub fn near_enough(at: Timestamp) -> Timestamp {
    const YEAR_2000: i64 = 946_684_800;
    const YEAR_2200: i64 = 7_258_118_400;
    let seconds = at.as_second().clamp(YEAR_2000, YEAR_2200);
    if seconds == at.as_second() { at } else { Timestamp::from_second(seconds).unwrap_or(at) }
}

/// A whole number, or `None` with a problem noted unless nothing was typed.
fn number(problems: &mut Problems, field: &'static str, typed: &str, key: &'static str) -> Option<i32> {
    match typed.trim() {
        "" => None,
        typed => problems.take(field, typed.parse(), key),
    }
}

fn phone(problems: &mut Problems, typed: &str) -> Option<Phone> {
    Phone::from_str(typed).map_err(|p| problems.add("phone", p.key())).ok()
}

/// The digits of a message.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct CodeForm {
    pub digits: String,
}

impl CodeForm {
    /// Six digits, however they were typed or pasted.
    pub fn read(&self) -> Result<String, Problems> {
        let mut problems = Problems::default();
        let digits: String = self.digits.chars().filter(|c| !c.is_whitespace()).collect();
        let fits = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_digit());
        if !fits {
            problems.add("digits", "venues-form-digits");
        }
        problems.or_else_all(Some(digits))
    }
}

/// What a link to the booking page may say. What cannot be read is left out: the page then decides.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LookQuery {
    pub on: String,
    pub at: String,
    pub minutes: String,
    /// The reservation that gets another time.
    pub moving: String,
    /// Whether all starts of the day are shown, all days.
    pub all: String,
    pub days: String,
}

/// What somebody would like to see.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    pub on: Option<Date>,
    pub at: Option<Timestamp>,
    pub minutes: Option<i32>,
    pub all_days: bool,
}

impl LookQuery {
    pub fn wish(&self, zone: &TimeZone) -> Wish {
        Wish {
            on: self.on.trim().parse().ok(),
            at: instant(&self.at, zone),
            minutes: self.minutes.trim().parse().ok(),
            all_days: !self.days.is_empty(),
        }
    }

    pub fn moving(&self) -> Option<ReservationId> {
        self.moving.trim().parse().ok()
    }
}

/// An instant as links, forms and the API write it: RFC 3339 with the offset of the zone.
pub fn written(at: Timestamp, zone: &TimeZone) -> String {
    at.display_with_offset(zone.to_offset(at)).to_string()
}

/// The reverse; a time without an offset is one of the zone.
pub fn instant(typed: &str, zone: &TimeZone) -> Option<Timestamp> {
    let typed = typed.trim();
    // A plus sign that nobody encoded arrives as a space.
    let mended = typed.replace(' ', "+");
    let absolute = typed.parse().or_else(|_| mended.parse()).ok();
    absolute.or_else(|| {
        let local: DateTime = typed.parse().ok()?;
        zone.to_ambiguous_timestamp(local).compatible().ok()
    })
}

/// A span as a button sends it: `2026-06-24T20:00:00+08:00/60`.
pub fn proposed(span: &Span, zone: &TimeZone) -> String {
    format!("{}/{}", written(span.from, zone), span.minutes())
}
