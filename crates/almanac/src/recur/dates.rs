//! The dates of a rule, one after the other, as they are asked for.
use jiff::civil::Date;

use super::{
    check::RecurError,
    rule::{End, Freq, Rule, Scale, Skip},
    scale::{self, Place, Year},
};
use crate::days;

/// Days without a match after which a rule is given up: 400 Gregorian years, the time after which the Gregorian
/// calendar repeats itself with its weekdays.
const HORIZON: i32 = days::CYCLE;

/// The dates of a rule in order, each once. Made by [`Rule::dates`].
#[derive(Debug, Clone)]
pub struct Dates {
    rule: Rule,
    start: i32,
    last: i32,
    left: Option<u32>,
    until: i32,
    period: Period,
    found: Vec<i32>,
    taken: usize,
    ended: Option<Ended>,
}

/// Why there are no more dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// COUNT dates were given.
    Count,
    /// The next date would be after UNTIL.
    Until,
    /// 400 years brought nothing: 30 February, or a fifth Monday in a month that never comes.
    NothingFound,
    /// The calendar ends: with the year 9999, for lunar rules with lunar 2099 (2100-02-08). More dates may follow.
    CalendarEnds,
}

/// Where the search stands.
#[derive(Debug, Clone, Copy)]
enum Period {
    Year(i32),
    Month { year: i32, place: u32 },
    Days(i64),
}

impl Rule {
    /// The dates from `start` (DTSTART) on that the rule names. Parts that the rule leaves out come from `start`: a
    /// YEARLY rule without more falls on its month and day.
    ///
    /// An interval is counted from the year, month, week or day of `start`. If the rule does not match `start`, `start`
    /// is not among the dates.
    ///
    /// # Errors
    /// The rule does not [`Rule::check`], or `start` has no lunar date though the rule is lunar.
    pub fn dates(&self, start: Date) -> Result<Dates, RecurError> {
        let rule = self.filled_from(start)?;
        let day = days::number(start);
        let period = rule.first_period(day, rule.place(start)?);
        let (left, until) = match rule.end {
            End::Never => (None, i32::MAX),
            End::Count(count) => (Some(count), i32::MAX),
            End::Until(date) => (None, days::number(date)),
        };
        let found = Vec::with_capacity(8);
        Ok(Dates { rule, start: day, last: day - 1, left, until, period, found, taken: 0, ended: None })
    }

    /// The rule with the parts it leaves out taken from `start`, so that it says the same from any later date on.
    ///
    /// # Errors
    /// Those of [`Rule::dates`].
    pub fn explicit(&self, start: Date) -> Result<Rule, RecurError> {
        self.filled_from(start)
    }

    /// The rule with the parts it leaves out taken from `start`.
    pub(super) fn filled_from(&self, start: Date) -> Result<Rule, RecurError> {
        self.check()?;
        let place = self.place(start)?;
        let mut rule = self.clone();
        let no_days = rule.by_month_day.is_empty() && rule.by_day.is_empty();
        match rule.freq {
            Freq::Yearly | Freq::Monthly if no_days => {
                rule.by_month_day = vec![place.day as i8];
                if rule.freq == Freq::Yearly && rule.by_month.is_empty() {
                    rule.by_month = vec![place.name];
                }
            }
            Freq::Weekly if no_days => {
                rule.by_day = vec![super::rule::ByDay { nth: None, weekday: start.weekday() }];
            }
            _ => {}
        }
        Ok(rule)
    }

    fn place(&self, start: Date) -> Result<Place, RecurError> {
        scale::place_of(self.scale, days::number(start)).ok_or(RecurError::StartOutOfRange(start))
    }

    fn first_period(&self, day: i32, place: Place) -> Period {
        // A day skipped forward may come from the month before: 31 February is 1 March.
        let before = self.interval == 1 && self.skip == Some(Skip::Forward);
        match self.freq {
            Freq::Yearly => Period::Year(place.year - i32::from(before)),
            Freq::Monthly if before && place.month == 0 => {
                let year = place.year - 1;
                match Year::open(self.scale, year) {
                    Some(open) => Period::Month { year, place: u32::from(open.months()) - 1 },
                    None => Period::Month { year: place.year, place: 0 },
                }
            }
            Freq::Monthly => Period::Month { year: place.year, place: u32::from(place.month) - u32::from(before) },
            Freq::Weekly => {
                let into = i32::from(days::weekday(day)) - i32::from(days::place_in_week(self.week_start));
                Period::Days(i64::from(day - into.rem_euclid(7)))
            }
            Freq::Daily => Period::Days(i64::from(day)),
        }
    }
}

impl Dates {
    /// Why there are no more dates; `None` as long as there may be.
    pub fn ended(&self) -> Option<Ended> {
        self.ended
    }

    /// Collects the days of the current period and steps to the next.
    fn fill(&mut self) -> Result<(), Ended> {
        self.found.clear();
        self.taken = 0;
        let interval = self.rule.interval;
        let first = match self.period {
            Period::Year(number) => {
                self.period = Period::Year(number.saturating_add_unsigned(interval));
                match Year::open(self.rule.scale, number) {
                    Some(year) => {
                        self.rule.days_of_year(number, year, &mut self.found);
                        year.span().first
                    }
                    // The year before the first may have been tried for days skipped forward.
                    None if number < self.first_year() => return Ok(()),
                    None => return Err(Ended::CalendarEnds),
                }
            }
            Period::Month { year, place } => {
                let (number, open, place) = self.month_at(year, place).ok_or(Ended::CalendarEnds)?;
                self.period = Period::Month { year: number, place: u32::from(place).saturating_add(interval) };
                self.rule.days_of_month(open, place, &mut self.found);
                open.month(place).first
            }
            Period::Days(day) => {
                let weekly = self.rule.freq == Freq::Weekly;
                self.period = Period::Days(day + i64::from(interval) * if weekly { 7 } else { 1 });
                let first = i32::try_from(day).map_err(|_| Ended::CalendarEnds)?;
                if first > self.last_day() {
                    return Err(Ended::CalendarEnds);
                }
                if weekly {
                    self.rule.days_of_week(first, &mut self.found)
                } else {
                    self.rule.day_of_day(first, &mut self.found)
                }
                first
            }
        };
        self.found.sort_unstable();
        if self.found.is_empty() && first - self.last > HORIZON {
            return Err(Ended::NothingFound);
        }
        // A day skipped backward lies one day before its period.
        if first - 1 > self.until { Err(Ended::Until) } else { Ok(()) }
    }

    /// The month `place` months after the start of `year`, carried over into the years after.
    fn month_at(&self, mut year: i32, mut place: u32) -> Option<(i32, Year, u8)> {
        loop {
            let open = Year::open(self.rule.scale, year)?;
            let months = u32::from(open.months());
            if place < months {
                return Some((year, open, place as u8));
            }
            place -= months;
            year += 1;
        }
    }

    fn first_year(&self) -> i32 {
        if self.rule.scale == Scale::Chinese { i32::from(crate::lunar::FIRST_YEAR) } else { -9999 }
    }

    fn last_day(&self) -> i32 {
        days::number(if self.rule.scale == Scale::Chinese { crate::lunar::LAST_DAY } else { Date::MAX })
    }
}

impl Iterator for Dates {
    type Item = Date;

    fn next(&mut self) -> Option<Date> {
        while self.ended.is_none() {
            let Some(&day) = self.found.get(self.taken) else {
                self.ended = self.fill().err();
                continue;
            };
            self.taken += 1;
            if day < self.start || day <= self.last {
                continue;
            }
            if self.left == Some(0) {
                self.ended = Some(Ended::Count);
            } else if day > self.until {
                self.ended = Some(Ended::Until);
            } else {
                self.left = self.left.map(|left| left - 1);
                self.last = day;
                let date = days::date(day);
                if date.is_none() {
                    self.ended = Some(Ended::CalendarEnds);
                }
                return date;
            }
        }
        None
    }
}
