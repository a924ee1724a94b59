//! What somebody who publishes asks for, well-typed: the body of the API, and what the form of the page becomes. Checked in
//! one place; what a rule leaves open is asked back with its meaning, never guessed.
mod read;
mod open;

use almanac::recur::{Asked, Choice, Question, RecurError, Rule};
use jiff::civil::Date;
use kernel::form::Problems;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use stations::{Owner, Room, almanac_lang};
use utoipa::ToSchema;

use crate::rules::{Ages, Joining, Kind, MOST_MINUTES, Plan, Terms};

use read::text;

pub use open::{LEAPS, Leap, MISSINGS, Missing, field_of, questions};
pub use read::{MOST_IN_A_LINE, MOST_IN_A_TITLE, MOST_IN_ABOUT, day, line, minute, reason};

/// The most places of one time.
pub const MOST_PLACES: i32 = 20_000;

/// An activity as somebody publishes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewActivity {
    #[serde(default = "activity")]
    pub kind: Kind,
    #[schema(min_length = 1, max_length = 40, example = "亲子阅读")]
    pub title: String,
    #[serde(default)]
    #[schema(max_length = 600)]
    pub about: String,
    /// Where, in words; with a room it says more about it.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub place: String,
    /// Who may come.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub audience: String,
    /// What to bring.
    #[serde(default)]
    #[schema(max_length = 80)]
    pub bring: String,
    /// An RRULE of RFC 5545, with RSCALE=CHINESE of RFC 7529 for lunar days; left out = once.
    #[serde(default)]
    #[schema(max_length = 200, example = "FREQ=WEEKLY;BYDAY=SA")]
    pub rule: Option<String>,
    /// The answer where the rule names a lunar month that some years have twice.
    #[serde(default)]
    pub leap: Option<Leap>,
    /// The answer where the rule names a day that some months do not have.
    #[serde(default)]
    pub missing: Option<Missing>,
    /// The day, or where the rule begins to count.
    #[schema(format = Date, max_length = 10, example = "2026-07-04")]
    pub on: String,
    #[schema(max_length = 5, example = "10:00")]
    pub at: String,
    #[schema(minimum = 5, maximum = 4320)]
    pub minutes: i32,
    /// It does not take place on public holidays.
    #[serde(default)]
    pub skips_holidays: bool,
    /// The room that each time holds: its number among the rooms of the station.
    #[serde(default)]
    pub room: Option<i32>,
    /// The office that holds it: its number in the station.
    #[schema(minimum = 1)]
    pub owner: i32,
    #[serde(default)]
    #[schema(minimum = 0, maximum = 120)]
    pub min_age: Option<i16>,
    #[serde(default)]
    #[schema(minimum = 0, maximum = 120)]
    pub max_age: Option<i16>,
    /// Whoever is younger comes with somebody grown up.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 18)]
    pub guardian_under: Option<i16>,
    /// Places; left out = everybody may come.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 20000)]
    pub capacity: Option<i32>,
    #[serde(default = "just_come")]
    pub joining: Joining,
    /// So many days before a time signing up begins.
    #[serde(default = "two_weeks")]
    #[schema(minimum = 0, maximum = 365)]
    pub opens_days: i16,
    /// So many minutes before a time it ends.
    #[serde(default = "an_hour")]
    #[schema(minimum = 0, maximum = 43200)]
    pub closes_minutes: i32,
}

fn activity() -> Kind {
    Kind::Activity
}
fn just_come() -> Joining {
    Joining::JustCome
}
fn two_weeks() -> i16 {
    14
}
fn an_hour() -> i32 {
    60
}

/// What there is at the station, and since when a plan may begin.
pub struct Ground<'a> {
    pub since: Date,
    pub rooms: &'a [Room],
    pub owners: &'a [Owner],
}

/// A day is not so far that a year was mistyped.
const FARTHEST: i32 = 366 * 3;

impl NewActivity {
    /// A plan, or each field that cannot be so; what the rule leaves open stands at `leap` or `missing`, in words.
    pub fn checked(&self, v: &View, ground: &Ground<'_>) -> Result<Plan, Problems> {
        let mut p = Problems::default();
        let title = line(&mut p, "title", &self.title, MOST_IN_A_TITLE);
        if title.is_empty() && p.none() {
            p.add("title", "activities-no-title");
        }
        let about = text(&mut p, "about", &self.about, MOST_IN_ABOUT);
        let [place, audience, bring] = [("place", &self.place), ("audience", &self.audience), ("bring", &self.bring)]
            .map(|(field, typed)| line(&mut p, field, typed, MOST_IN_A_LINE));
        if self.room.is_some_and(|id| ground.rooms.iter().all(|room| room.id != id)) {
            p.add("room", "activities-no-such-room");
        }
        if ground.owners.iter().all(|owner| owner.id != self.owner) {
            p.add("owner", "activities-no-such-owner");
        }
        self.ages(&mut p);
        if self.capacity.is_some_and(|n| !(1..=MOST_PLACES).contains(&n)) {
            p.add("capacity", "activities-not-places");
        }
        if self.joining == Joining::Draw && self.capacity.is_none() {
            p.add("capacity", "activities-draw-needs-places");
        }
        if !(0..=365).contains(&self.opens_days) {
            p.add("opens_days", "activities-not-days");
        }
        if !(0..=43_200).contains(&self.closes_minutes) {
            p.add("closes_minutes", "activities-not-minutes");
        }
        let terms = self.terms(&mut p, v, ground.since);
        p.or_else_all(terms.map(|terms| Plan {
            kind: self.kind,
            title,
            about,
            place,
            audience,
            bring,
            terms,
            room: self.room,
            owner: self.owner,
            ages: Ages { min: self.min_age, max: self.max_age, guardian_under: self.guardian_under },
            capacity: self.capacity,
            joining: self.joining,
            opens_days: self.opens_days,
            closes_minutes: self.closes_minutes,
        }))
    }

    fn ages(&self, p: &mut Problems) {
        for (field, age) in [("min_age", self.min_age), ("max_age", self.max_age)] {
            if age.is_some_and(|age| !(0..=120).contains(&age)) {
                p.add(field, "activities-not-an-age");
            }
        }
        if self.min_age.zip(self.max_age).is_some_and(|(min, max)| min > max) {
            p.add("max_age", "activities-ages-backwards");
        }
        if self.guardian_under.is_some_and(|age| !(1..=18).contains(&age)) {
            p.add("guardian_under", "activities-not-an-age");
        }
    }

    fn terms(&self, p: &mut Problems, v: &View, since: Date) -> Option<Terms> {
        let starts_on = day(p, "on", &self.on);
        if starts_on.is_some_and(|on| on < since) {
            p.add("on", "activities-day-over");
        }
        if starts_on.is_some_and(|on| (on - since).get_days() > FARTHEST) {
            p.add("on", "activities-day-too-far");
        }
        let at_minute = minute(p, "at", &self.at);
        if !(5..=MOST_MINUTES).contains(&self.minutes) || self.minutes % 5 != 0 {
            p.add("minutes", "activities-not-a-length");
        }
        let rule = match (self.rule(p), starts_on) {
            (Some(Some(rule)), Some(on)) => self.settled(p, v, rule, on).map(Some),
            (Some(None), Some(_)) => Some(None),
            _ => None,
        };
        let (rule, starts_on, at_minute) = (rule?, starts_on?, at_minute?);
        let (minutes, skips_holidays) = (self.minutes, self.skips_holidays);
        Some(Terms { rule, starts_on, ends_on: None, at_minute, minutes, skips_holidays })
    }

    /// `Some(None)` = once.
    fn rule(&self, p: &mut Problems) -> Option<Option<Rule>> {
        match self.rule.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            None => Some(None),
            Some(text) => {
                let read = if text.len() <= 200 { text.parse::<Rule>().map_err(|_| ()) } else { Err(()) };
                p.take("rule", read, "activities-not-a-rule").map(Some)
            }
        }
    }

    fn settled(&self, p: &mut Problems, v: &View, rule: Rule, on: Date) -> Option<Rule> {
        let Ok((rule, open)) = self.answered(rule, on) else {
            p.add("rule", "activities-not-a-rule");
            return None;
        };
        for question in &open {
            let lang = almanac_lang(v);
            let choices: Vec<&str> = question.choices.iter().map(|c| c.label(lang)).collect();
            let shown = vec![("question", question.ask(lang)), ("choices", choices.join(&v.t("activities-or")))];
            p.add_with(field_of(question.about), "activities-asked", shown);
        }
        Some(rule)
    }

    /// The rule with the answers to what it leaves open, and the questions that were not answered; for them what is usual.
    pub fn answered(&self, mut rule: Rule, on: Date) -> Result<(Rule, Vec<Question>), RecurError> {
        let mut open = vec![];
        for asked in questions(&rule, on)? {
            // Each answer changes the rule, so the choices are those of the rule as it has become.
            let Some(now) = questions(&rule, on)?.into_iter().find(|q| q.about == asked.about) else { continue };
            let answer = self.answer(asked.about);
            let choice: Option<&Choice> = now.choices.get(answer.unwrap_or(now.preset));
            if let Some(choice) = choice {
                rule = choice.rule.clone();
            }
            if answer.is_none() || choice.is_none() {
                open.push(now);
            }
        }
        Ok((rule, open))
    }

    /// The place of the answer among the choices.
    fn answer(&self, about: Asked) -> Option<usize> {
        match about {
            Asked::LeapMonth { .. } => self.leap.and_then(|a| LEAPS.iter().position(|(leap, _)| *leap == a)),
            _ => self.missing.and_then(|a| MISSINGS.iter().position(|(missing, _)| *missing == a)),
        }
    }
}
