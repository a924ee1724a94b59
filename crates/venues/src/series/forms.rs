//! What people type and tap for a series, and how it becomes terms. Times and dates come as browsers send them.
use almanac::lunar::LunarMonth;
use almanac::recur::{Asked, ByDay, End, Freq, Question, Rule, Scale};
use jiff::civil::{Date, Time, Weekday};
use serde::{Deserialize, Serialize};

use super::rules::Terms;
use crate::rules::Policy;
use kernel::form::Problems;

/// A series as it was typed. A box that is not ticked is empty.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SeriesForm {
    pub once: String,
    pub offering: String,
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
    pub weekday: String,
    /// A day of the month, solar or lunar.
    pub day: String,
    /// A lunar month.
    pub month: String,
    /// Which answer to [`Asked::LeapMonth`], and to what becomes of days that some months lack.
    pub leap: String,
    pub missing: String,
    /// The first day on which it may be.
    pub on: String,
    pub at: String,
    pub minutes: String,
    pub group: String,
    pub times: String,
    pub until: String,
    /// Whether it takes place on public holidays too.
    pub holidays: String,
    pub title: String,
    pub holder: String,
    pub name: String,
    pub phone: String,
}

/// The plain choices that the form offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    Weekly,
    /// Every second week.
    Fortnightly,
    /// On the first Monday, on the last Friday.
    MonthlyWeekday,
    MonthlyDay,
    LunarMonthly,
    LunarYearly,
}

pub const PATTERNS: [Pattern; 6] = [
    Pattern::Weekly,
    Pattern::Fortnightly,
    Pattern::MonthlyWeekday,
    Pattern::MonthlyDay,
    Pattern::LunarMonthly,
    Pattern::LunarYearly,
];

impl Pattern {
    pub fn word(self) -> &'static str {
        match self {
            Pattern::Weekly => "weekly",
            Pattern::Fortnightly => "fortnightly",
            Pattern::MonthlyWeekday => "monthly-weekday",
            Pattern::MonthlyDay => "monthly-day",
            Pattern::LunarMonthly => "lunar-monthly",
            Pattern::LunarYearly => "lunar-yearly",
        }
    }
}

/// Monday to Sunday with their names in the form and in rules.
pub const WEEK: [(Weekday, &str); 7] = [
    (Weekday::Monday, "mo"),
    (Weekday::Tuesday, "tu"),
    (Weekday::Wednesday, "we"),
    (Weekday::Thursday, "th"),
    (Weekday::Friday, "fr"),
    (Weekday::Saturday, "sa"),
    (Weekday::Sunday, "su"),
];

/// The longest text of what a series is for, in characters.
pub const MOST_IN_A_TITLE: u32 = 30;

/// What was asked for, well-formed.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub offering: String,
    pub terms: Terms,
    pub title: String,
    /// What the rule leaves open, to be shown with what was answered.
    pub questions: Vec<Question>,
}

impl SeriesForm {
    /// What a page begins with: this weekday, this week on, for an hour.
    pub fn fresh(self, policy: &Policy, today: Date, self_made: bool) -> SeriesForm {
        let or = |typed: String, usual: String| if typed.trim().is_empty() { usual } else { typed };
        let none_ticked = WEEK.iter().all(|(_, word)| self.ticked(word).is_empty());
        let on = or(self.on, today.to_string());
        let day: Date = on.parse().unwrap_or(today);
        let times =
            if self_made { policy.series_own.map_or(String::new(), |n| n.min(8).to_string()) } else { String::new() };
        let mut form = SeriesForm {
            pattern: or(self.pattern, Pattern::Weekly.word().to_owned()),
            nth: or(self.nth, "1".into()),
            weekday: or(self.weekday, word_of(day.weekday()).to_owned()),
            day: or(self.day, "1".into()),
            month: or(self.month, "1".into()),
            at: or(self.at, "19:00".into()),
            minutes: or(self.minutes, policy.usual.to_string()),
            group: or(self.group, policy.smallest_group.to_string()),
            times: or(self.times, times),
            on,
            ..self
        };
        if none_ticked {
            *form.tick(word_of(day.weekday())) = "1".into();
        }
        form
    }

    pub fn pattern(&self) -> Pattern {
        PATTERNS.into_iter().find(|p| p.word() == self.pattern).unwrap_or(Pattern::Weekly)
    }

    pub fn ticked(&self, word: &str) -> &str {
        match word {
            "mo" => &self.mo,
            "tu" => &self.tu,
            "we" => &self.we,
            "th" => &self.th,
            "fr" => &self.fr,
            "sa" => &self.sa,
            _ => &self.su,
        }
    }

    fn tick(&mut self, word: &str) -> &mut String {
        match word {
            "mo" => &mut self.mo,
            "tu" => &mut self.tu,
            "we" => &mut self.we,
            "th" => &mut self.th,
            "fr" => &mut self.fr,
            "sa" => &mut self.sa,
            _ => &mut self.su,
        }
    }

    /// Everything, or each field that cannot be read.
    pub fn read(&self, today: Date) -> Result<Wanted, Problems> {
        let mut problems = Problems::default();
        let starts_on = starts(&mut problems, &self.on, today);
        let at_minute = minute(&mut problems, "at", &self.at);
        let minutes = number(&mut problems, "minutes", &self.minutes);
        let group = number(&mut problems, "group", &self.group);
        let title = title(&mut problems, &self.title);
        let ruled = self.rule(&mut problems).zip(starts_on);
        let ruled = ruled.and_then(|(rule, on)| {
            self.answered(rule, on).map_err(|()| problems.add("on", "venues-series-no-rule")).ok()
        });
        let all = ruled.zip(starts_on).zip(at_minute.zip(minutes).zip(group));
        problems.or_else_all(all.map(|(((rule, questions), starts_on), ((at_minute, minutes), group))| {
            let skips_holidays = self.holidays.is_empty();
            let terms = Terms { rule, starts_on, ends_on: None, at_minute, minutes, group, skips_holidays };
            Wanted { offering: self.offering.trim().to_owned(), terms, title, questions }
        }))
    }

    fn rule(&self, problems: &mut Problems) -> Option<Rule> {
        let pattern = self.pattern();
        let mut rule = match pattern {
            Pattern::Weekly | Pattern::Fortnightly => Rule::new(Scale::Gregorian, Freq::Weekly),
            Pattern::MonthlyWeekday | Pattern::MonthlyDay => Rule::new(Scale::Gregorian, Freq::Monthly),
            Pattern::LunarMonthly => Rule::new(Scale::Chinese, Freq::Monthly),
            Pattern::LunarYearly => Rule::new(Scale::Chinese, Freq::Yearly),
        };
        rule.interval = if pattern == Pattern::Fortnightly { 2 } else { 1 };
        match pattern {
            Pattern::Weekly | Pattern::Fortnightly => {
                let ticked = WEEK.iter().filter(|(_, word)| !self.ticked(word).is_empty());
                rule.by_day = ticked.map(|(weekday, _)| ByDay { nth: None, weekday: *weekday }).collect();
                if rule.by_day.is_empty() {
                    problems.add("days", "venues-series-no-day");
                    return None;
                }
            }
            Pattern::MonthlyWeekday => {
                let nth = small(problems, "nth", &self.nth, |n| n == -1 || (1..=5).contains(&n))?;
                let weekday = WEEK.iter().find(|(_, word)| *word == self.weekday).map(|(weekday, _)| *weekday);
                let weekday = problems.take("weekday", weekday.ok_or(()), "venues-series-no-day")?;
                rule.by_day = vec![ByDay { nth: Some(nth), weekday }];
            }
            Pattern::MonthlyDay => {
                rule.by_month_day = vec![small(problems, "day", &self.day, |n| n == -1 || (1..=31).contains(&n))?];
            }
            Pattern::LunarMonthly | Pattern::LunarYearly => {
                rule.by_month_day = vec![small(problems, "day", &self.day, |n| n == -1 || (1..=30).contains(&n))?];
            }
        }
        if pattern == Pattern::LunarYearly {
            let month = small(problems, "month", &self.month, |n| (1..=12).contains(&n))?;
            rule.by_month = vec![LunarMonth::regular(month.unsigned_abs())];
        }
        rule.end = self.end(problems)?;
        Some(rule)
    }

    fn end(&self, problems: &mut Problems) -> Option<End> {
        match (self.times.trim(), self.until.trim()) {
            ("", "") => Some(End::Never),
            ("", until) => date(problems, "until", until).map(End::Until),
            (times, _) => {
                let count = times.parse::<u32>().ok().filter(|n| (1..=1000).contains(n)).ok_or(());
                problems.take("times", count, "venues-series-not-times").map(End::Count)
            }
        }
    }

    /// The rule with the answers to what it leaves open. Who picks the fifth weekday has been offered the last one too.
    fn answered(&self, mut rule: Rule, starts_on: Date) -> Result<(Rule, Vec<Question>), ()> {
        let open = |rule: &Rule| rule.questions(starts_on).map_err(|_| ());
        let questions: Vec<Question> =
            open(&rule)?.into_iter().filter(|q| !matches!(q.about, Asked::FifthWeekday { .. })).collect();
        for asked in &questions {
            // Each answer changes the rule, so the choices are those of the rule as it has become.
            let Some(now) = open(&rule)?.into_iter().find(|q| q.about == asked.about) else { continue };
            let wanted = self.answer(asked.about).trim().parse().unwrap_or(now.preset);
            let choice = now.choices.get(wanted).or(now.choices.get(now.preset)).ok_or(())?;
            rule = choice.rule.clone();
        }
        Ok((rule, questions))
    }

    /// What was answered to a question, as the number of a choice; empty = nothing yet.
    pub fn answer(&self, about: Asked) -> &str {
        match field_of(about) {
            "leap" => &self.leap,
            _ => &self.missing,
        }
    }
}

/// The field that holds the answer to a question.
pub fn field_of(about: Asked) -> &'static str {
    match about {
        Asked::LeapMonth { .. } | Asked::OnlyLeapMonth { .. } => "leap",
        _ => "missing",
    }
}

fn word_of(weekday: Weekday) -> &'static str {
    WEEK.iter().find(|(day, _)| *day == weekday).map_or("mo", |(_, word)| *word)
}

/// What a series is for: one line.
pub fn title(problems: &mut Problems, typed: &str) -> String {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > MOST_IN_A_TITLE as usize || text.chars().any(char::is_control) {
        problems.add("title", "venues-series-title-too-long");
    }
    text
}

/// The first day on which a series may be: today or later, and not so far that a year was mistyped.
pub fn starts(problems: &mut Problems, typed: &str, today: Date) -> Option<Date> {
    let on = date(problems, "on", typed)?.max(today);
    if (on - today).get_days() > FARTHEST {
        problems.add("on", "venues-series-too-far");
        return None;
    }
    Some(on)
}

/// In days: two years.
const FARTHEST: i32 = 732;

pub fn date(problems: &mut Problems, field: &'static str, typed: &str) -> Option<Date> {
    let near = |on: &Date| (1901..=2199).contains(&on.year());
    let read = typed.trim().parse::<Date>().ok().filter(near);
    problems.take(field, read.ok_or(()), "venues-series-not-a-day")
}

/// A clock time as minutes after midnight.
pub fn minute(problems: &mut Problems, field: &'static str, typed: &str) -> Option<i32> {
    let read = Time::strptime("%H:%M", typed.trim().replace('：', ":"));
    problems.take(field, read, "venues-series-not-a-time").map(|t| i32::from(t.hour()) * 60 + i32::from(t.minute()))
}

pub fn number(problems: &mut Problems, field: &'static str, typed: &str) -> Option<i32> {
    let read = typed.trim().parse::<i32>().ok().filter(|n| (1..=1440).contains(n));
    problems.take(field, read.ok_or(()), "venues-series-not-a-number")
}

fn small(problems: &mut Problems, field: &'static str, typed: &str, fits: impl Fn(i8) -> bool) -> Option<i8> {
    let read = typed.trim().parse::<i8>().ok().filter(|n| fits(*n));
    problems.take(field, read.ok_or(()), "venues-series-not-a-number")
}

/// Another time for one date, or for it and all later ones.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DateForm {
    pub once: String,
    /// The day on which it shall be; for this date only.
    pub on: String,
    pub at: String,
    pub minutes: String,
    /// `one`, or `later` for this and all later ones.
    pub which: String,
}

/// What [`DateForm`] asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewTime {
    pub on: Date,
    pub at_minute: i32,
    pub minutes: i32,
    pub later_too: bool,
}

impl DateForm {
    pub fn read(&self, of: Date) -> Result<NewTime, Problems> {
        let mut problems = Problems::default();
        let on = if self.on.trim().is_empty() { Some(of) } else { date(&mut problems, "on", &self.on) };
        let at_minute = minute(&mut problems, "at", &self.at);
        let minutes = number(&mut problems, "minutes", &self.minutes);
        let later_too = self.which == "later";
        let all = on.zip(at_minute.zip(minutes));
        problems.or_else_all(all.map(|(on, (at_minute, minutes))| NewTime { on, at_minute, minutes, later_too }))
    }
}
