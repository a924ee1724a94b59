//! What staff ask for, well-typed: the bodies of the API, and what they share with the form.
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ReservationId;
use crate::paper::acts::{Line, Other};
use crate::paper::rules::{LONGEST_OUTAGE, rounded};
use crate::public::forms::{instant, near_enough};
use crate::rules::{OnPaper, Span};
use kernel::form::Problems;
use kernel::house::House;
use people::Name;

/// A line of the paper.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPaperEntry {
    /// The slug of the offering.
    #[schema(max_length = 60, example = "table-tennis")]
    pub offering: String,
    /// The number of the table (`GET …/desk/venues/{id}`, `places`); without it, any that was free.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 2_147_483_647)]
    pub place: Option<i32>,
    /// At most 72 hours ago; rounded to five minutes. Without an offset it is the station's time.
    #[schema(format = DateTime, max_length = 40, example = "2026-06-24T14:00:00+08:00")]
    pub from: String,
    #[schema(format = DateTime, max_length = 40, example = "2026-06-24T15:00:00+08:00")]
    pub until: String,
    /// How many people; the smallest group of the offering if not said.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 1000)]
    pub group: Option<i32>,
    #[serde(default)]
    #[schema(max_length = 30)]
    pub name: Option<String>,
    /// Whether they came; of a time that is still to come it says nothing.
    pub came: bool,
    /// What really was with reservations that are in its place (`GET …/desk/paper-clashes`).
    #[serde(default)]
    #[schema(max_items = 20)]
    pub others: Vec<OtherParty>,
    /// Keep it as it stands, without taking the room.
    #[serde(default)]
    pub as_note: bool,
}

/// A reservation that is in the way, and what really was with it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherParty {
    #[schema(value_type = String, format = Uuid)]
    pub reservation: ReservationId,
    pub was: Other,
}

/// The most reservations that can be in the way of one line.
pub const MOST_OTHERS: usize = 20;

impl NewPaperEntry {
    pub fn checked(&self, zone: &TimeZone) -> Result<Line, Problems> {
        let mut problems = Problems::default();
        let mut at = |field: &'static str, typed: &str| {
            let at = instant(typed, zone).map(near_enough).map(rounded);
            if at.is_none() {
                problems.add(field, "paper-form-clock");
            }
            at
        };
        let (from, until) = (at("from", &self.from), at("until", &self.until));
        let span = from.zip(until).and_then(|(from, until)| Span::new(from, until));
        if from.is_some() && until.is_some() && span.is_none() {
            problems.add("until", "paper-form-backwards");
        }
        if self.group.is_some_and(|n| !(1..=1000).contains(&n)) {
            problems.add("group", "paper-form-group");
        }
        if self.others.len() > MOST_OTHERS {
            problems.add("others", "paper-form-others");
        }
        let name = named(&mut problems, self.name.as_deref());
        let line = span.map(|span| Line {
            offering: self.offering.trim().to_owned(),
            paper: OnPaper { span, group: self.group, place: self.place, came: self.came },
            name,
            others: self.others.iter().map(|o| (o.reservation, o.was)).collect(),
            as_note: self.as_note,
        });
        problems.or_else_all(line)
    }
}

/// What a repeated request has to ask again: of the name only a keyed hash is kept.
pub fn keyed(house: &House, line: &Line) -> impl Serialize + use<> {
    let name = line.name.as_ref().map(|name| house.keys.lookup("paper-once", name).to_vec());
    let paper = &line.paper;
    let what = (line.offering.clone(), paper.span, paper.group, paper.place, paper.came);
    (what, name, line.others.clone(), line.as_note)
}

/// `None` when nothing was typed, or nothing that is a name, which is then a problem.
pub fn named(problems: &mut Problems, typed: Option<&str>) -> Option<String> {
    let typed = typed.filter(|t| !t.trim().is_empty())?;
    typed.parse::<Name>().map_err(|p| problems.add("name", p.key())).ok().map(|n| n.as_str().to_owned())
}

/// The program was away.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewOutage {
    /// Without an offset it is the station's time.
    #[schema(format = DateTime, max_length = 40, example = "2026-06-24T13:40:00+08:00")]
    pub from: String,
    /// Not later than now, and at most 31 days after `from`.
    #[schema(format = DateTime, max_length = 40, example = "2026-06-24T17:10:00+08:00")]
    pub until: String,
}

impl NewOutage {
    pub fn checked(&self, zone: &TimeZone, now: Timestamp) -> Result<Span, Problems> {
        let mut problems = Problems::default();
        let at = |typed: &str| instant(typed, zone).map(near_enough);
        let (from, until) = (at(&self.from), at(&self.until));
        if from.is_none() {
            problems.add("from", "paper-form-clock");
        }
        if until.is_none() {
            problems.add("until", "paper-form-clock");
        }
        let (Some(from), Some(until)) = (from, until) else { return Err(problems) };
        let span = Span::new(from, until);
        if span.is_none() {
            problems.add("until", "paper-form-backwards");
        } else if until > now {
            problems.add("until", "paper-form-not-over");
        } else if until - from > LONGEST_OUTAGE {
            problems.add("from", "paper-form-too-long");
        }
        problems.or_else_all(span)
    }
}
