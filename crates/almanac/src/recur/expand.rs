//! The days of one period (a year, a month, a week, a day) that a rule picks: the table of RFC 5545 section 3.3.10 and
//! the order of RFC 7529 section 4.1, which is months, missing months, days, missing days, then weekdays.
use super::{
    rule::{ByDay, Rule, Skip},
    scale::{self, Span, Year},
};
use crate::{days, lunar::LunarMonth};

impl Rule {
    fn skip(&self) -> Skip {
        self.skip.unwrap_or(Skip::Omit)
    }

    /// Days of a year, in no order.
    pub(super) fn days_of_year(&self, number: i32, year: Year, out: &mut Vec<i32>) {
        if self.by_month_day.is_empty() && self.by_month.is_empty() {
            return self.weekdays_of(year.span(), out);
        }
        // Counted weekdays are counted within what BYMONTH names, else within the year.
        let whole = self.by_month.is_empty().then(|| year.span());
        let mut month = |span: Span| self.days_of_span(span, whole.unwrap_or(span), out);
        if self.by_month.is_empty() {
            (0..year.months()).for_each(|place| month(year.month(place)));
        } else {
            self.by_month.iter().filter_map(|m| self.month_of(number, year, *m)).for_each(&mut month);
        }
    }

    /// Days of the month at a place of a year, in no order.
    pub(super) fn days_of_month(&self, year: Year, place: u8, out: &mut Vec<i32>) {
        if self.by_month.is_empty() || self.by_month.contains(&year.month_at(place)) {
            let span = year.month(place);
            self.days_of_span(span, span, out);
        }
    }

    /// Days of the week that starts with day `first`.
    pub(super) fn days_of_week(&self, first: i32, out: &mut Vec<i32>) {
        out.extend((first..first + 7).filter(|day| self.is_weekday(*day) && self.is_in_month(*day)));
    }

    /// The day itself, if nothing speaks against it.
    pub(super) fn day_of_day(&self, day: i32, out: &mut Vec<i32>) {
        let weekday = self.by_day.is_empty() || self.is_weekday(day);
        if weekday && self.is_in_month(day) && self.is_month_day(day) {
            out.push(day);
        }
    }

    /// The days of a month that the rule names. `whole` is what weekdays are counted in.
    fn days_of_span(&self, month: Span, whole: Span, out: &mut Vec<i32>) {
        if self.by_month_day.is_empty() {
            return self.weekdays_of(month, out);
        }
        let days = self.by_month_day.iter().filter_map(|d| self.day_of(month, i32::from(*d)));
        if self.by_day.is_empty() {
            out.extend(days);
        } else {
            out.extend(days.filter(|day| self.by_day.iter().any(|by| is_counted(*by, *day, whole))));
        }
    }

    /// A month of BYMONTH in that year; a missing leap month is skipped as SKIP says.
    fn month_of(&self, number: i32, year: Year, month: LunarMonth) -> Option<Span> {
        if let Some(place) = year.place(month) {
            return Some(year.month(place));
        }
        let same = LunarMonth::regular(month.number);
        match self.skip() {
            Skip::Omit => None,
            Skip::Backward => year.place(same).map(|place| year.month(place)),
            Skip::Forward if month.number < 12 => {
                year.place(LunarMonth::regular(month.number + 1)).map(|place| year.month(place))
            }
            Skip::Forward => Year::open(self.scale, number + 1).map(|next| next.month(0)),
        }
    }

    /// A day of BYMONTHDAY in that month; a missing day is skipped as SKIP says.
    fn day_of(&self, month: Span, day: i32) -> Option<i32> {
        let after_first = if day > 0 { day - 1 } else { month.days + day };
        match (after_first, self.skip()) {
            (n, _) if (0..month.days).contains(&n) => Some(month.first + n),
            (_, Skip::Omit) => None,
            (n, Skip::Forward) if n < 0 => Some(month.first),
            (n, Skip::Backward) if n < 0 => Some(month.first - 1),
            (_, Skip::Forward) => Some(month.first + month.days),
            (_, Skip::Backward) => Some(month.first + month.days - 1),
        }
    }

    /// The weekdays of BYDAY within a month or a year.
    fn weekdays_of(&self, span: Span, out: &mut Vec<i32>) {
        for by in &self.by_day {
            let target = i32::from(days::place_in_week(by.weekday));
            let first = span.first + (target - i32::from(days::weekday(span.first))).rem_euclid(7);
            let end = span.first + span.days;
            match by.nth.map(i32::from) {
                None => out.extend((first..end).step_by(7)),
                Some(nth) => {
                    let last = first + (end - 1 - first) / 7 * 7;
                    let day = if nth > 0 { first + (nth - 1) * 7 } else { last + (nth + 1) * 7 };
                    out.extend((span.first..end).contains(&day).then_some(day));
                }
            }
        }
    }

    fn is_weekday(&self, day: i32) -> bool {
        self.by_day.iter().any(|by| days::place_in_week(by.weekday) == days::weekday(day))
    }

    fn is_in_month(&self, day: i32) -> bool {
        self.by_month.is_empty()
            || scale::place_of(self.scale, day).is_some_and(|place| self.by_month.contains(&place.name))
    }

    fn is_month_day(&self, day: i32) -> bool {
        self.by_month_day.is_empty()
            || scale::place_of(self.scale, day).is_some_and(|place| {
                let from_end = i32::from(place.day) - i32::from(place.days_in_month) - 1;
                self.by_month_day.iter().any(|d| i32::from(*d) == i32::from(place.day) || i32::from(*d) == from_end)
            })
    }
}

/// Whether the day is that weekday, and the n-th of it within `whole` if the rule counts.
fn is_counted(by: ByDay, day: i32, whole: Span) -> bool {
    let right = days::place_in_week(by.weekday) == days::weekday(day);
    right
        && match by.nth.map(i32::from) {
            None => true,
            Some(nth) if nth > 0 => (day - whole.first).div_euclid(7) + 1 == nth,
            Some(nth) => (whole.first + whole.days - 1 - day).div_euclid(7) + 1 == -nth,
        }
}
