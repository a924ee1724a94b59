//! The days that figures are about: a month, or a week from Monday on.
use jiff::ToSpan as _;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// Days from `from` up to, not including, `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    pub from: Date,
    pub until: Date,
}

impl Days {
    /// The month in which `day` lies.
    pub fn month(day: Date) -> Days {
        let from = day.first_of_month();
        Days { from, until: from.saturating_add(1.month()) }
    }

    /// The week from Monday on in which `day` lies.
    pub fn week(day: Date) -> Days {
        let from = day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days());
        Days { from, until: from.saturating_add(7.days()) }
    }

    /// What `2026-06` or `2026-W23` names (ISO 8601). Nothing of anything else, and nothing before the year 1000.
    pub fn named(name: &str) -> Option<Days> {
        let (year, rest) = name.split_once('-')?;
        let number = |text: &str, digits: usize| -> Option<i16> {
            (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
        };
        let year = number(year, 4).filter(|year| *year >= 1000)?;
        match rest.strip_prefix('W') {
            Some(week) => {
                let week = i8::try_from(number(week, 2)?).ok()?;
                Some(Days::week(ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date()))
            }
            None => {
                let month = i8::try_from(number(rest, 2)?).ok()?;
                Some(Days::month(Date::new(year, month, 1).ok()?))
            }
        }
    }

    /// `2026-06` of a month, `2026-W23` of a week; what [`Days::named`] reads.
    pub fn name(self) -> String {
        if self == Days::month(self.from) {
            return self.from.strftime("%Y-%m").to_string();
        }
        let week = self.from.iso_week_date();
        format!("{:04}-W{:02}", week.year(), week.week())
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.until.saturating_sub(1.day())
    }

    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day < self.until
    }

    /// The weeks whose Sunday lies in the month: each week belongs to exactly one month, and is whole when the month is over.
    pub fn weeks_ending_in(month: Date) -> Vec<Days> {
        let month = Days::month(month);
        let mut weeks = vec![];
        let mut week = Days::week(month.from);
        while week.last() < month.until {
            weeks.push(week);
            let next = Days { from: week.until, until: week.until.saturating_add(7.days()) };
            if next.last() <= week.last() {
                break;
            }
            week = next;
        }
        weeks
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn months_and_weeks_have_names() {
        let june = Days::named("2026-06").expect("a month");
        assert_eq!((june.from, june.until, june.last()), (date(2026, 6, 1), date(2026, 7, 1), date(2026, 6, 30)));
        let week = Days::named("2026-W23").expect("a week");
        assert_eq!((week.from, week.until), (date(2026, 6, 1), date(2026, 6, 8)));
        assert_eq!(
            Days::week(date(2027, 1, 3)).name(),
            "2026-W53",
            "the days after New Year belong to the old year's week"
        );
        assert_eq!(Days::named("2025-W53"), None, "that year has 52");
        for none in
            ["", "2026", "2026-13", "2026-6", "26-06", "2026-W00", "2026-W1", "2026-06-01", "+026-06", "2026-w23"]
        {
            assert_eq!(Days::named(none), None, "{none}");
        }
    }

    #[test]
    fn a_week_belongs_to_the_month_of_its_sunday() {
        let names: Vec<String> = Days::weeks_ending_in(date(2026, 8, 15)).into_iter().map(Days::name).collect();
        // 2 August is a Sunday; 31 August is a Monday, whose week ends in September.
        assert_eq!(names, ["2026-W31", "2026-W32", "2026-W33", "2026-W34", "2026-W35"]);
    }

    proptest! {
        #[test]
        fn names_are_read_back_and_weeks_are_in_one_month_only(days in 0_i64..20_000) {
            let day = date(2000, 1, 1).saturating_add(days.days());
            prop_assert_eq!(Days::named(&Days::month(day).name()), Some(Days::month(day)));
            let week = Days::week(day);
            prop_assert_eq!(Days::named(&week.name()), Some(week));
            prop_assert!(week.contains(day));
            let next = Days::month(day).until;
            let found = [day, next].iter().flat_map(|m| Days::weeks_ending_in(*m)).filter(|w| *w == week).count();
            prop_assert_eq!(found, 1);
        }
    }
}
