//! The days that figures are about.
use jiff::ToSpan as _;
use jiff::civil::Date;

/// So many days are counted at once: a leap year.
pub const MOST_DAYS: i32 = 366;

/// Days from `from` up to, not including, `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub from: Date,
    pub until: Date,
}

/// Why two days are no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAPeriod {
    /// It ends before it begins, or as it begins.
    Backwards,
    /// More than [`MOST_DAYS`].
    TooLong,
}

impl Period {
    pub fn new(from: Date, until: Date) -> Result<Period, NotAPeriod> {
        match (until - from).get_days() {
            ..=0 => Err(NotAPeriod::Backwards),
            days if days > MOST_DAYS => Err(NotAPeriod::TooLong),
            _ => Ok(Period { from, until }),
        }
    }

    /// The month in which `day` lies.
    pub fn month(day: Date) -> Period {
        let from = day.first_of_month();
        Period { from, until: from.saturating_add(1.month()) }
    }

    /// `2026-06`.
    pub fn named(month: &str) -> Option<Period> {
        let (year, number) = month.split_once('-')?;
        let digits = |text: &str, n| text.len() == n && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(number, 2) {
            return None;
        }
        let first = Date::new(year.parse().ok()?, number.parse().ok()?, 1).ok()?;
        Some(Period::month(first))
    }

    /// `2026-06`, of a month.
    pub fn name(self) -> String {
        self.from.strftime("%Y-%m").to_string()
    }

    /// Its weeks from Monday on, cut at its ends.
    pub fn weeks(self) -> Vec<Period> {
        let mut weeks = vec![];
        let mut from = self.from;
        while from < self.until {
            let days = 7 - i64::from(from.weekday().to_monday_zero_offset());
            let until = from.saturating_add(days.days()).min(self.until);
            weeks.push(Period { from, until });
            from = until;
        }
        weeks
    }

    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day < self.until
    }

    /// The part of it that is before `day`.
    pub fn before(self, day: Date) -> Period {
        Period { from: self.from, until: self.until.min(day).max(self.from) }
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.until.saturating_sub(1.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_has_its_name_and_its_weeks() {
        let june = Period::named("2026-06").expect("a month");
        assert_eq!((june.from, june.until, june.name()), (date(2026, 6, 1), date(2026, 7, 1), "2026-06".into()));
        let weeks = june.weeks();
        assert_eq!(weeks.first().map(|w| (w.from, w.until)), Some((date(2026, 6, 1), date(2026, 6, 8))));
        assert_eq!(weeks.last().map(|w| (w.from, w.until)), Some((date(2026, 6, 29), date(2026, 7, 1))));
        for none in ["", "2026", "2026-13", "26-06", "2026-6", "+026-06", "2026-06-01"] {
            assert_eq!(Period::named(none), None, "{none}");
        }
    }

    #[test]
    fn a_period_goes_forwards_and_is_no_longer_than_a_year() {
        let (day, year) = (date(2026, 1, 1), date(2027, 1, 2));
        assert_eq!(Period::new(day, day), Err(NotAPeriod::Backwards));
        assert!(Period::new(day, year).is_ok());
        assert_eq!(Period::new(day, date(2027, 1, 3)), Err(NotAPeriod::TooLong));
    }
}
