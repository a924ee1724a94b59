//! A text of opening hours as lines: which days, which minutes, open or closed. The edge where `opening-hours` and
//! `chrono` end.
use std::sync::Arc;

use chrono::{NaiveDate, Weekday as ChronoDay};
use jiff::civil::Date;
use opening_hours::OpeningHours;
use opening_hours_syntax::{
    RuleKind,
    rules::{
        OpeningHoursExpression, RuleOperator, RuleSequence,
        day::{DaySelector, HolidayKind, WeekDayRange},
        time::{Time, TimeSelector},
    },
};

use super::problem::HoursWhat;
use crate::{days, holidays::Calendar};

/// The weekday that a make-up workday stands for: 4 = Friday.
const STANDS_FOR: u8 = 4;

/// One rule of the text.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Years, dates and weeks, `None` = all.
    wide: Option<OpeningHours>,
    /// Weekdays and holidays, one of which must fit; empty = all.
    week: Vec<WeekPart>,
    /// Minutes from the midnight that the day starts with, up to 48 hours.
    pub spans: Vec<(u16, u16)>,
    pub open: bool,
    /// `, ` before the rule: it adds to the rules before instead of replacing them.
    pub adds: bool,
    pub note: Option<Arc<str>>,
    /// As it was read, for describing.
    pub selector: DaySelector,
}

#[derive(Debug, Clone)]
enum WeekPart {
    /// Bit 0 = Monday.
    Days(u8),
    /// Counted within the month.
    Counted(OpeningHours),
    /// So many days after a public holiday.
    Holiday(i16),
}

impl Line {
    /// Whether the rule covers a whole day: `off` without times.
    pub fn is_whole_day(&self) -> bool {
        self.spans == [(0, 1_440)]
    }

    pub fn fits_every_day(&self) -> bool {
        self.wide.is_none() && self.week.is_empty()
    }

    pub fn has_weekdays(&self) -> bool {
        !self.week.is_empty()
    }

    pub fn has_holidays(&self) -> bool {
        self.week.iter().any(|part| matches!(part, WeekPart::Holiday(_)))
    }

    /// Whether the rule speaks about that day.
    pub fn fits(&self, date: Date, calendar: &Calendar) -> bool {
        let week = self.week.is_empty() || self.week.iter().any(|part| part.fits(date, calendar));
        week && self.wide.as_ref().is_none_or(|wide| matches(wide, date))
    }
}

impl WeekPart {
    fn fits(&self, date: Date, calendar: &Calendar) -> bool {
        let day = days::place_in_week(date.weekday());
        // Only weekends are made up for, so that only they need a look into the calendar.
        let made_up = || day >= 5 && calendar.is_worked(date);
        match self {
            WeekPart::Days(mask) => mask >> (if made_up() { STANDS_FOR } else { day }) & 1 == 1,
            WeekPart::Counted(counted) => !made_up() && matches(counted, date),
            WeekPart::Holiday(after) => {
                let holiday = days::date(days::number(date) - i32::from(*after));
                holiday.is_some_and(|day| calendar.holiday(day).is_some())
            }
        }
    }
}

/// Whether an always open rule with that day selector is open on that day.
fn matches(hours: &OpeningHours, date: Date) -> bool {
    let (month, day) = (u32::from(date.month().unsigned_abs()), u32::from(date.day().unsigned_abs()));
    let day = NaiveDate::from_ymd_opt(i32::from(date.year()), month, day);
    day.is_some_and(|day| !hours.schedule_at(day).is_empty())
}

/// Reads a text that is not [refused](super::refuse). An error comes with the byte it is at.
pub(super) fn read(text: &str) -> Result<Vec<Line>, (HoursWhat, usize)> {
    let hours: OpeningHours =
        text.parse().map_err(|e: opening_hours_syntax::Error| (HoursWhat::NotUnderstood, byte_of(&e, text)))?;
    hours.get_expression().rules.iter().map(line).collect::<Result<_, _>>().map_err(|what| (what, 0))
}

fn line(rule: &RuleSequence) -> Result<Line, HoursWhat> {
    let selector = &rule.day_selector;
    let wide = DaySelector { weekday: vec![], ..selector.clone() };
    let open = match rule.kind {
        RuleKind::Open => true,
        RuleKind::Closed => false,
        RuleKind::Unknown => return Err(HoursWhat::Unknown),
    };
    let adds = match rule.operator {
        RuleOperator::Normal => false,
        RuleOperator::Additional => true,
        RuleOperator::Fallback => return Err(HoursWhat::Alternative),
    };
    Ok(Line {
        wide: if wide.is_empty() { None } else { Some(always_open(wide)?) },
        week: selector.weekday.iter().map(week_part).collect::<Result<_, _>>()?,
        spans: spans(&rule.time_selector)?,
        open,
        adds,
        note: Some(rule.comment.clone()).filter(|note| !note.is_empty()),
        selector: selector.clone(),
    })
}

fn week_part(range: &WeekDayRange) -> Result<WeekPart, HoursWhat> {
    match range {
        WeekDayRange::Holiday { kind: HolidayKind::School, .. } => Err(HoursWhat::SchoolHolidays),
        WeekDayRange::Holiday { kind: HolidayKind::Public, offset } => Ok(WeekPart::Holiday(*offset)),
        WeekDayRange::Fixed { range, offset: 0, nth_from_start, nth_from_end }
            if nth_from_start.iter().chain(nth_from_end).all(|n| *n) =>
        {
            Ok(WeekPart::Days(mask(*range.start(), *range.end())))
        }
        fixed => always_open(DaySelector { weekday: vec![fixed.clone()], ..Default::default() }).map(WeekPart::Counted),
    }
}

/// Fr-Mo goes over the weekend.
fn mask(first: ChronoDay, last: ChronoDay) -> u8 {
    let length = (7 + last.num_days_from_monday() - first.num_days_from_monday()) % 7;
    (0..=length).fold(0, |mask, n| mask | 1 << ((first.num_days_from_monday() + n) % 7))
}

/// Hours that are open all day on the days of a selector. The crate builds them from text only, so the text is read
/// back and compared.
fn always_open(selector: DaySelector) -> Result<OpeningHours, HoursWhat> {
    let rule = RuleSequence {
        day_selector: selector,
        time_selector: TimeSelector::default(),
        kind: RuleKind::Open,
        operator: RuleOperator::Normal,
        comment: "".into(),
    };
    let expression = OpeningHoursExpression { rules: vec![rule] };
    let hours: OpeningHours = expression.to_string().parse().map_err(|_| HoursWhat::Dates)?;
    if *hours.get_expression() == expression { Ok(hours) } else { Err(HoursWhat::Dates) }
}

/// Minutes of a day, sorted and joined.
fn spans(times: &TimeSelector) -> Result<Vec<(u16, u16)>, HoursWhat> {
    let mut spans = vec![];
    for span in &times.spans {
        let (Time::Fixed(from), Time::Fixed(until)) = (span.range.start, span.range.end) else {
            return Err(HoursWhat::Sun);
        };
        if span.open_end {
            return Err(HoursWhat::OpenEnd);
        }
        if span.repeats.is_some() {
            return Err(HoursWhat::Points);
        }
        let (from, until) = (from.mins_from_midnight(), until.mins_from_midnight());
        // 22:00-02:00 and 22:00-22:00 end on the next day.
        spans.push((from, if until <= from { until + 1_440 } else { until }));
    }
    spans.sort_unstable();
    let mut joined: Vec<(u16, u16)> = vec![];
    for (from, until) in spans {
        match joined.last_mut().filter(|last| from <= last.1) {
            Some(last) => last.1 = last.1.max(until),
            None => joined.push((from, until)),
        }
    }
    Ok(joined)
}

/// Where an error of the parser is. Its own type is not public; its first line of output ends with `line:column`.
fn byte_of(error: &opening_hours_syntax::Error, text: &str) -> usize {
    let shown = error.to_string();
    let column = shown.lines().next().and_then(|l| l.rsplit(':').next()?.trim().parse::<usize>().ok()).unwrap_or(1);
    text.char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(byte, _)| byte)
}
