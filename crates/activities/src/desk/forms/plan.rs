//! An activity as it was typed.
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use stations::{Station, wall};

use super::pattern::Pattern;
use crate::answers::Seen;
use crate::asked::{LEAPS, MISSINGS, NewActivity};
use crate::rules::{Joining, Kind, Plan};

/// An activity as it was typed. A box that is not ticked is empty.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanForm {
    pub once: String,
    /// The sequence of the series that is changed, as it was read.
    pub seen: String,
    /// From which day on: empty = all that are to come.
    pub from: String,
    pub kind: String,
    pub title: String,
    pub about: String,
    pub place: String,
    pub audience: String,
    pub bring: String,
    pub room: String,
    pub owner: String,
    pub on: String,
    pub at: String,
    pub minutes: String,
    pub pattern: String,
    pub mo: String,
    pub tu: String,
    pub we: String,
    pub th: String,
    pub fr: String,
    pub sa: String,
    pub su: String,
    /// Which one of the month: 1 to 5, or -1 for the last.
    pub nth: String,
    /// A lunar month and day, of the patterns by the moon.
    pub month: String,
    pub day: String,
    pub until: String,
    pub leap: String,
    pub missing: String,
    pub holidays: String,
    pub min_age: String,
    pub max_age: String,
    pub guardian_under: String,
    pub capacity: String,
    pub joining: String,
    pub opens_days: String,
    pub closes_minutes: String,
    /// Also where the room cannot be had.
    pub anyway: String,
    /// What was pressed below a clash: another room, another time, no room at all.
    pub other_room: String,
    pub other_at: String,
    /// Only look what it comes to.
    pub look: String,
}

pub(super) fn number<T: std::str::FromStr>(p: &mut Problems, field: &'static str, typed: &str) -> Option<T> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    p.take(field, typed.parse(), "activities-not-a-number")
}

impl PlanForm {
    /// What the page of a new activity begins with.
    pub fn fresh(today: Date) -> PlanForm {
        let tomorrow = today.saturating_add(1.day());
        PlanForm {
            kind: Kind::Activity.name().into(),
            on: tomorrow.to_string(),
            at: "10:00".into(),
            minutes: "90".into(),
            pattern: Pattern::Once.name().into(),
            nth: "1".into(),
            month: "1".into(),
            day: "1".into(),
            joining: Joining::JustCome.name().into(),
            opens_days: "14".into(),
            closes_minutes: "60".into(),
            holidays: "1".into(),
            ..PlanForm::default()
        }
    }

    /// A plan as the form shows it, to be changed.
    pub fn of(plan: &Plan) -> PlanForm {
        let or_none = |n: Option<i32>| n.map(|n| n.to_string()).unwrap_or_default();
        let age = |n: Option<i16>| or_none(n.map(i32::from));
        let mut form = PlanForm {
            kind: plan.kind.name().into(),
            title: plan.title.clone(),
            about: plan.about.clone(),
            place: plan.place.clone(),
            audience: plan.audience.clone(),
            bring: plan.bring.clone(),
            room: or_none(plan.room),
            owner: plan.owner.to_string(),
            on: plan.terms.starts_on.to_string(),
            at: plan.terms.time().strftime("%H:%M").to_string(),
            minutes: plan.terms.minutes.to_string(),
            holidays: if plan.terms.skips_holidays { String::new() } else { "1".into() },
            min_age: age(plan.ages.min),
            max_age: age(plan.ages.max),
            guardian_under: age(plan.ages.guardian_under),
            capacity: or_none(plan.capacity),
            joining: plan.joining.name().into(),
            opens_days: plan.opens_days.to_string(),
            closes_minutes: plan.closes_minutes.to_string(),
            ..PlanForm::fresh(plan.terms.starts_on)
        };
        form.on = plan.terms.starts_on.to_string();
        form.show_rule(plan.terms.rule.as_ref());
        form
    }

    /// The same once more: all is as last time, on the next day of that weekday.
    pub fn again(seen: &Seen, today: Date, station: &Station) -> PlanForm {
        let last = wall(seen.one.starts_at, &station.zone).date();
        let days = (i32::from(last.weekday().to_monday_zero_offset())
            - i32::from(today.weekday().to_monday_zero_offset()))
        .rem_euclid(7);
        let on = today.saturating_add(if days == 0 { 7 } else { days }.days());
        let (pattern, at) = (Pattern::Once.name().into(), wall(seen.one.starts_at, &station.zone).strftime("%H:%M"));
        PlanForm { on: on.to_string(), at: at.to_string(), pattern, ..PlanForm::of(&seen.series.plan) }
    }

    /// The day, if it can be read.
    pub fn starts_on(&self) -> Option<Date> {
        self.on.trim().parse().ok()
    }

    pub(super) fn tick(&mut self, day: Weekday) -> &mut String {
        match day {
            Weekday::Monday => &mut self.mo,
            Weekday::Tuesday => &mut self.tu,
            Weekday::Wednesday => &mut self.we,
            Weekday::Thursday => &mut self.th,
            Weekday::Friday => &mut self.fr,
            Weekday::Saturday => &mut self.sa,
            Weekday::Sunday => &mut self.su,
        }
    }

    pub fn ticked(&self, day: Weekday) -> &str {
        match day {
            Weekday::Monday => &self.mo,
            Weekday::Tuesday => &self.tu,
            Weekday::Wednesday => &self.we,
            Weekday::Thursday => &self.th,
            Weekday::Friday => &self.fr,
            Weekday::Saturday => &self.sa,
            Weekday::Sunday => &self.su,
        }
    }

    /// What is asked for, or the fields that are no numbers. What was pressed below a clash counts for what was typed.
    pub fn read(&self) -> Result<NewActivity, Problems> {
        let mut p = Problems::default();
        let rule = self.rule(&mut p).map(|rule| rule.to_string());
        let room = match self.other_room.trim() {
            "" => number(&mut p, "room", &self.room),
            "none" => None,
            other => number(&mut p, "room", other),
        };
        let minutes = number(&mut p, "minutes", &self.minutes);
        let owner = number(&mut p, "owner", &self.owner);
        let (min_age, max_age) = (number(&mut p, "min_age", &self.min_age), number(&mut p, "max_age", &self.max_age));
        let guardian_under = number(&mut p, "guardian_under", &self.guardian_under);
        let capacity = number(&mut p, "capacity", &self.capacity);
        let opens_days = number(&mut p, "opens_days", &self.opens_days).unwrap_or(14);
        let closes_minutes = number(&mut p, "closes_minutes", &self.closes_minutes).unwrap_or(60);
        let new = NewActivity {
            kind: Kind::ALL.into_iter().find(|k| k.name() == self.kind).unwrap_or(Kind::Activity),
            title: self.title.clone(),
            about: self.about.clone(),
            place: self.place.clone(),
            audience: self.audience.clone(),
            bring: self.bring.clone(),
            rule,
            leap: LEAPS.iter().find(|(_, name)| *name == self.leap).map(|(leap, _)| *leap),
            missing: MISSINGS.iter().find(|(_, name)| *name == self.missing).map(|(missing, _)| *missing),
            on: self.on.clone(),
            at: if self.other_at.trim().is_empty() { self.at.clone() } else { self.other_at.clone() },
            minutes: minutes.unwrap_or(0),
            skips_holidays: self.holidays.is_empty(),
            room,
            owner: owner.unwrap_or(0),
            min_age,
            max_age,
            guardian_under,
            capacity,
            joining: Joining::ALL.into_iter().find(|j| j.name() == self.joining).unwrap_or(Joining::JustCome),
            opens_days,
            closes_minutes,
        };
        p.or_else_all(Some(new))
    }
}
