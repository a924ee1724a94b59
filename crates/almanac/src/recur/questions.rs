//! What a rule leaves open: the things a form asks back instead of guessing.
use jiff::civil::{Date, Weekday};

use super::{
    check::RecurError,
    rule::{Freq, Rule, Scale, Skip},
    scale::{self, Year},
};
use crate::{
    days,
    lang::{Lang, weekday},
    lunar::{self, LAST_YEAR, LunarMonth, month_name},
};

/// One thing to ask, with the rules that the answers lead to.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub about: Asked,
    /// The possible answers, at least two.
    pub choices: Vec<Choice>,
    /// Index of the choice to offer first.
    pub preset: usize,
}

/// What is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// 29 February exists in leap years only.
    LeapDay,
    /// A day such as the 31st that some of the months do not have.
    ShortMonth { day: i8 },
    /// The 30th of a lunar month, which has 29 days in about half of all years.
    LunarThirtieth,
    /// The lunar month has a leap month of the same number in some years; `next` is the first of them.
    LeapMonth { month: u8, next: i16 },
    /// The rule names a leap month, which most years do not have; `next` is the first lunar year that has it.
    OnlyLeapMonth { month: u8, next: Option<i16> },
    /// A fifth weekday, which most months do not have.
    FifthWeekday { weekday: Weekday },
}

/// An answer and the rule that it makes.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    pub rule: Rule,
    zh: String,
    en: String,
}

impl Choice {
    /// The answer in words.
    pub fn label(&self, lang: Lang) -> &str {
        lang.pick(&self.zh, &self.en)
    }
}

impl Question {
    /// The question in words.
    pub fn ask(&self, lang: Lang) -> String {
        let (zh, en) = match self.about {
            Asked::LeapDay => {
                ("平年没有2月29日，那一年怎么办？".to_owned(), "What about years without 29 February?".into())
            }
            Asked::ShortMonth { day } => {
                (format!("有的月份没有{day}日，那个月怎么办？"), format!("What about months without day {day}?"))
            }
            Asked::LunarThirtieth => {
                ("农历小月没有三十，那个月怎么办？".to_owned(), "What about lunar months of 29 days?".to_owned())
            }
            Asked::LeapMonth { month, next } => {
                let leap = LunarMonth::leap(month);
                (
                    format!("农历{next}年有{}，那一年办在哪个月？", month_name(leap, Lang::Zh)),
                    format!("Lunar {next} has a {}: which month in such years?", month_name(leap, Lang::En)),
                )
            }
            Asked::OnlyLeapMonth { month, .. } => {
                let leap = LunarMonth::leap(month);
                (
                    format!("多数年份没有{}，那些年怎么办？", month_name(leap, Lang::Zh)),
                    format!("Most years have no {}: what about those?", month_name(leap, Lang::En)),
                )
            }
            Asked::FifthWeekday { weekday: day } => (
                format!("多数月份没有第5个{}，您指的是？", weekday(day, Lang::Zh)),
                format!("Most months have no 5th {}: what do you mean?", weekday(day, Lang::En)),
            ),
        };
        lang.pick(&zh, &en).to_owned()
    }
}

impl Rule {
    /// What this rule leaves open, nothing if it is clear. A rule that says SKIP is not asked about missing days.
    ///
    /// # Errors
    /// Those of [`Rule::dates`].
    pub fn questions(&self, start: Date) -> Result<Vec<Question>, RecurError> {
        let rule = self.filled_from(start)?;
        let from = scale::place_of(rule.scale, days::number(start)).map_or(start.year(), |p| p.year as i16);
        let mut questions = rule.about_leap_months(from);
        if rule.skip.is_none() {
            questions.extend(rule.about_missing_days());
        }
        questions.extend(rule.about_fifth_weekday());
        Ok(questions)
    }

    fn about_leap_months(&self, from: i16) -> Vec<Question> {
        if self.scale != Scale::Chinese || self.freq != Freq::Yearly {
            return vec![];
        }
        let one = |month: &LunarMonth| {
            if month.leap {
                return self.skip.is_none().then(|| self.about_only_leap_month(month.number, from));
            }
            let both = self.by_month.contains(&LunarMonth::leap(month.number));
            let next = lunar::next_leap(month.number, from).filter(|_| !both)?;
            Some(self.about_leap_month(month.number, next))
        };
        self.by_month.iter().filter_map(one).collect()
    }

    fn about_leap_month(&self, number: u8, next: i16) -> Question {
        let (regular, leap) = (LunarMonth::regular(number), LunarMonth::leap(number));
        let with = |months: &[LunarMonth], zh: String, en: &str| {
            let mut rule = self.clone();
            rule.by_month.retain(|m| *m != regular);
            rule.by_month.extend(months);
            rule.tidy();
            Choice { rule, zh, en: en.to_owned() }
        };
        let (zh, zh_leap) = (month_name(regular, Lang::Zh), month_name(leap, Lang::Zh));
        let choices = vec![
            with(&[regular], format!("只在{zh}（通常如此）"), "the regular month only (usual)"),
            with(&[leap], format!("只在{zh_leap}"), "the leap month only"),
            with(&[regular, leap], format!("{zh}和{zh_leap}都办"), "both months"),
        ];
        Question { about: Asked::LeapMonth { month: number, next }, choices, preset: 0 }
    }

    fn about_only_leap_month(&self, number: u8, from: i16) -> Question {
        let next = lunar::next_leap(number, from.min(LAST_YEAR));
        let words = [
            (Skip::Omit, "只在有闰月的年份", "only in years that have it"),
            (Skip::Backward, "改在同号的平月", "the regular month of that number instead"),
            (Skip::Forward, "改在下一个月", "the month after instead"),
        ];
        Question { about: Asked::OnlyLeapMonth { month: number, next }, choices: self.skips(words), preset: 0 }
    }

    fn about_missing_days(&self) -> Option<Question> {
        let missing = *self.by_month_day.iter().filter(|d| self.can_be_missing(**d)).max()?;
        let only_february = self.by_month == [LunarMonth::regular(2)];
        let (about, words) = if self.scale == Scale::Chinese {
            let words = [
                (Skip::Omit, "小月跳过", "leave the short month out"),
                (Skip::Backward, "提前到廿九", "the 29th instead"),
                (Skip::Forward, "顺延到下月初一", "the first of the next month instead"),
            ];
            (Asked::LunarThirtieth, words)
        } else if only_february && missing == 29 {
            let words = [
                (Skip::Omit, "只在闰年", "leap years only"),
                (Skip::Backward, "平年改在2月28日", "28 February instead"),
                (Skip::Forward, "平年改在3月1日", "1 March instead"),
            ];
            (Asked::LeapDay, words)
        } else {
            let words = [
                (Skip::Omit, "没有这一天的月份跳过", "leave such months out"),
                (Skip::Backward, "提前到当月最后一天", "the last day of the month instead"),
                (Skip::Forward, "顺延到下月1日", "the first of the next month instead"),
            ];
            (Asked::ShortMonth { day: missing }, words)
        };
        Some(Question { about, choices: self.skips(words), preset: 1 })
    }

    /// Whether some month that the rule looks at is too short for that day.
    fn can_be_missing(&self, day: i8) -> bool {
        if self.freq == Freq::Daily || day < 0 {
            return false;
        }
        match self.scale {
            Scale::Chinese => day == 30,
            Scale::Gregorian => (1..=12).any(|month| {
                let named = self.by_month.is_empty() || self.by_month.contains(&LunarMonth::regular(month));
                named && Year::Gregorian(2001).month(month - 1).days < i32::from(day)
            }),
        }
    }

    fn about_fifth_weekday(&self) -> Option<Question> {
        let in_months = self.freq == Freq::Monthly || !self.by_month.is_empty();
        let fifth = self.by_day.iter().find(|d| d.nth == Some(5)).filter(|_| in_months)?;
        let with = |nth, zh: &str, en: &str| {
            let mut rule = self.clone();
            rule.by_day.iter_mut().filter(|d| *d == fifth).for_each(|d| d.nth = Some(nth));
            rule.tidy();
            Choice { rule, zh: zh.to_owned(), en: en.to_owned() }
        };
        let choices = vec![
            with(5, "只在有五个的月份", "only in months that have five"),
            with(-1, "每月最后一个", "the last of every month"),
        ];
        Some(Question { about: Asked::FifthWeekday { weekday: fifth.weekday }, choices, preset: 1 })
    }

    fn skips(&self, words: [(Skip, &str, &str); 3]) -> Vec<Choice> {
        let choice = |(skip, zh, en): (Skip, &str, &str)| {
            let rule = Rule { skip: Some(skip), ..self.clone() };
            Choice { rule, zh: zh.to_owned(), en: en.to_owned() }
        };
        words.map(choice).into()
    }
}
