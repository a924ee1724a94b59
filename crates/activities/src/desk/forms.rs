//! The fields of the desk's forms, as they were typed, and how they become what is asked for.
use almanac::lunar::LunarMonth;
use almanac::recur::{ByDay, End, Freq, Rule, Scale};
use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use stations::{Station, wall};

use crate::acts::OneTime;
use crate::answers::Seen;
use crate::asked::{LEAPS, MISSINGS, MOST_IN_A_LINE, MOST_IN_A_TITLE, MOST_PLACES, NewActivity, day, line, minute};
use crate::rules::{Joining, Kind, MOST_MINUTES, Plan};

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

/// The plain choices that the form offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    Once,
    Weekly,
    Fortnightly,
    /// On the first Monday, on the last Friday: of the weekday of the day.
    MonthlyWeekday,
    MonthlyDay,
    Yearly,
    LunarMonthly,
    LunarYearly,
}

impl Pattern {
    pub const ALL: [Pattern; 8] = [
        Pattern::Once,
        Pattern::Weekly,
        Pattern::Fortnightly,
        Pattern::MonthlyWeekday,
        Pattern::MonthlyDay,
        Pattern::Yearly,
        Pattern::LunarMonthly,
        Pattern::LunarYearly,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Pattern::Once => "once",
            Pattern::Weekly => "weekly",
            Pattern::Fortnightly => "fortnightly",
            Pattern::MonthlyWeekday => "monthly-weekday",
            Pattern::MonthlyDay => "monthly-day",
            Pattern::Yearly => "yearly",
            Pattern::LunarMonthly => "lunar-monthly",
            Pattern::LunarYearly => "lunar-yearly",
        }
    }
}

/// Monday to Sunday with their names in the form.
pub const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, "mo"),
    (Weekday::Tuesday, "tu"),
    (Weekday::Wednesday, "we"),
    (Weekday::Thursday, "th"),
    (Weekday::Friday, "fr"),
    (Weekday::Saturday, "sa"),
    (Weekday::Sunday, "su"),
];

fn number<T: std::str::FromStr>(p: &mut Problems, field: &'static str, typed: &str) -> Option<T> {
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

    /// The pattern that makes this rule, with its fields.
    fn show_rule(&mut self, rule: Option<&Rule>) {
        let Some(rule) = rule else {
            self.pattern = Pattern::Once.name().into();
            return;
        };
        let lunar = rule.scale == Scale::Chinese;
        let nth = rule.by_day.iter().find_map(|d| d.nth);
        let pattern = match (rule.freq, lunar) {
            (Freq::Weekly | Freq::Daily, _) if rule.interval == 2 => Pattern::Fortnightly,
            (Freq::Weekly | Freq::Daily, _) => Pattern::Weekly,
            (Freq::Monthly, true) => Pattern::LunarMonthly,
            (Freq::Monthly, false) if nth.is_some() => Pattern::MonthlyWeekday,
            (Freq::Monthly, false) => Pattern::MonthlyDay,
            (Freq::Yearly, true) => Pattern::LunarYearly,
            (Freq::Yearly, false) => Pattern::Yearly,
        };
        self.pattern = pattern.name().into();
        for by in &rule.by_day {
            *self.tick(by.weekday) = "1".into();
        }
        self.nth = nth.unwrap_or(1).to_string();
        self.day = rule.by_month_day.first().copied().unwrap_or(1).to_string();
        self.month = rule.by_month.first().map_or(1, |m| m.number).to_string();
        if let End::Until(on) = rule.end {
            self.until = on.to_string();
        }
        let both = rule.by_month.len() > 1;
        let leap = rule.by_month.iter().any(|m| m.leap);
        self.leap = LEAPS[usize::from(leap) + usize::from(both && leap)].1.into();
        if let Some(skip) = rule.skip {
            use almanac::recur::Skip;
            let place = match skip {
                Skip::Omit => 0,
                Skip::Backward => 1,
                Skip::Forward => 2,
            };
            self.missing = MISSINGS[place].1.into();
        }
    }

    fn tick(&mut self, day: Weekday) -> &mut String {
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

    pub fn pattern(&self) -> Pattern {
        Pattern::ALL.into_iter().find(|p| p.name() == self.pattern).unwrap_or(Pattern::Once)
    }

    /// The day, if it can be read.
    pub fn starts_on(&self) -> Option<Date> {
        self.on.trim().parse().ok()
    }

    /// The rule that the fields mean; `None` = once.
    pub fn rule(&self, p: &mut Problems) -> Option<Rule> {
        let on = self.starts_on()?;
        let pattern = self.pattern();
        let (scale, freq) = match pattern {
            Pattern::Once => return None,
            Pattern::Weekly | Pattern::Fortnightly => (Scale::Gregorian, Freq::Weekly),
            Pattern::MonthlyWeekday | Pattern::MonthlyDay => (Scale::Gregorian, Freq::Monthly),
            Pattern::Yearly => (Scale::Gregorian, Freq::Yearly),
            Pattern::LunarMonthly => (Scale::Chinese, Freq::Monthly),
            Pattern::LunarYearly => (Scale::Chinese, Freq::Yearly),
        };
        let mut rule = Rule::new(scale, freq);
        let every = |weekday| ByDay { nth: None, weekday };
        match pattern {
            Pattern::Once => {}
            Pattern::Weekly | Pattern::Fortnightly => {
                rule.interval = if pattern == Pattern::Fortnightly { 2 } else { 1 };
                rule.by_day = WEEK.iter().map(|(d, _)| *d).filter(|d| !self.ticked(*d).is_empty()).map(every).collect();
                if rule.by_day.is_empty() {
                    rule.by_day = vec![every(on.weekday())];
                }
            }
            Pattern::MonthlyWeekday => {
                let nth = self.small(p, "nth", &self.nth, -1, 5)?;
                rule.by_day = vec![ByDay { nth: Some(nth), weekday: on.weekday() }];
            }
            Pattern::MonthlyDay => rule.by_month_day = vec![on.day()],
            Pattern::Yearly => {
                rule.by_month = vec![LunarMonth::regular(on.month().unsigned_abs())];
                rule.by_month_day = vec![on.day()];
            }
            Pattern::LunarMonthly => rule.by_month_day = vec![self.small(p, "day", &self.day, -1, 30)?],
            Pattern::LunarYearly => {
                let month = self.small(p, "month", &self.month, 1, 12)?;
                rule.by_month = vec![LunarMonth::regular(month.unsigned_abs())];
                rule.by_month_day = vec![self.small(p, "day", &self.day, -1, 30)?];
            }
        }
        if !self.until.trim().is_empty() {
            rule.end = End::Until(day(p, "until", &self.until)?);
        }
        Some(rule)
    }

    fn small(&self, p: &mut Problems, field: &'static str, typed: &str, least: i8, most: i8) -> Option<i8> {
        let read = typed.trim().parse::<i8>().ok().filter(|n| (least..=most).contains(n) && *n != 0);
        p.take(field, read.ok_or(()), "activities-not-a-number")
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
pub fn span(station: &Station, on: Date, (at, minutes): (i32, i32)) -> Option<(Timestamp, Timestamp)> {
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
