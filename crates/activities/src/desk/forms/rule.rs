//! How it comes again: the rules that the choices of the form mean, and the choices that make a rule.
use almanac::lunar::LunarMonth;
use almanac::recur::{ByDay, End, Freq, Rule, Scale, Skip};
use kernel::form::Problems;

use super::pattern::{Pattern, WEEK};
use super::plan::PlanForm;
use crate::asked::{LEAPS, MISSINGS, day};

impl PlanForm {
    pub fn pattern(&self) -> Pattern {
        Pattern::ALL.into_iter().find(|p| p.name() == self.pattern).unwrap_or(Pattern::Once)
    }

    /// The pattern that makes this rule, with its fields.
    pub(super) fn show_rule(&mut self, rule: Option<&Rule>) {
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
            let place = match skip {
                Skip::Omit => 0,
                Skip::Backward => 1,
                Skip::Forward => 2,
            };
            self.missing = MISSINGS[place].1.into();
        }
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
}
