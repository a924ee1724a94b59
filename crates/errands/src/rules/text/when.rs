//! Days and times as they are said, and the moment that is meant.
use jiff::ToSpan as _;
use jiff::civil::{Date, DateTime, Time, Weekday};

/// A day as it is said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Day {
    /// In so many days.
    Ahead(i32),
    /// The next one: today, if its time is still to come.
    Weekday(Weekday),
    /// The one of this week (0) or the next (1); weeks begin on Monday.
    OfWeek(i32, Weekday),
    /// Of this year, or of the next if it is over.
    Date(i8, i8),
    /// Of this month, or of the next that has it.
    OfMonth(i8),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Part {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
}

/// A clock time as it is said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clock {
    pub hour: u32,
    pub minute: u32,
    /// 03:00 is three in the night; 3:00 need not be.
    pub full: bool,
    /// Said with it: 3pm
    pub part: Option<Part>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Length {
    Minutes(u32),
    /// Counting today.
    Days(u32),
    HalfDay,
}

/// What was said of the time of return.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct When {
    pub day: Option<Day>,
    pub part: Option<Part>,
    pub clock: Option<Clock>,
}

const OPENS: Time = Time::constant(8, 30, 0, 0);
const CLOSES: Time = Time::constant(18, 0, 0, 0);
const NOON: Time = Time::constant(12, 0, 0, 0);
const AFTER_LUNCH: Time = Time::constant(14, 0, 0, 0);

impl Part {
    /// When it begins, and what "until" it means: 到下午 is to its end, 到中午 to twelve.
    fn times(self) -> (Time, Time) {
        match self {
            Part::Dawn => (Time::constant(5, 0, 0, 0), OPENS),
            Part::Morning => (OPENS, NOON),
            Part::Noon => (NOON, NOON),
            Part::Afternoon => (AFTER_LUNCH, CLOSES),
            Part::Evening => (CLOSES, Time::constant(20, 0, 0, 0)),
        }
    }
}

impl Clock {
    /// Hour (0 to 24) and minute. Without a part of the day, hours from 1 to 7 are those of the afternoon: each hour of the
    /// clock has one reading between eight in the morning and eight in the evening. None = there is no such time.
    fn read(self, part: Option<Part>) -> Option<(u32, u32)> {
        let hour = match (part.or(self.part), self.hour) {
            (None, 1..=7) if !self.full => self.hour + 12,
            (None, _) => self.hour,
            (Some(Part::Dawn), 12) => 0,
            (Some(Part::Dawn), 0..=8) | (Some(Part::Morning), 0..=12) => self.hour,
            (Some(Part::Noon), 1..=3) => self.hour + 12,
            (Some(Part::Noon), 10..=15) | (Some(Part::Afternoon), 12..=19) => self.hour,
            (Some(Part::Afternoon), 1..=11) | (Some(Part::Evening), 5..=12) => self.hour + 12,
            (Some(Part::Evening), 17..=24) => self.hour,
            _ => return None,
        };
        let is_one = hour < 24 && self.minute < 60 || hour == 24 && self.minute == 0;
        is_one.then_some((hour, self.minute))
    }
}

impl When {
    /// Whether it only says "today", which an absence without a return says anyway.
    pub fn is_only_today(self) -> bool {
        self == When { day: Some(Day::Ahead(0)), ..When::default() }
    }

    pub fn is_empty(self) -> bool {
        self == When::default()
    }

    /// The moment that is meant; see [`super::read_text`] for the rules. None = there is no such day or time.
    pub fn moment(self, now: DateTime, through: bool) -> Option<DateTime> {
        let on = |date: Date| self.on(now, date, through);
        let today = now.date();
        match self.day {
            Some(day) => {
                let at = on(day.date(today)?)?;
                let again = matches!(day, Day::Weekday(_)) && at <= now;
                if again { on(plus(day.date(today)?, 7)) } else { Some(at) }
            }
            None => on(today).filter(|at| *at > now).or_else(|| on(next_workday(today))),
        }
    }

    fn on(self, now: DateTime, date: Date, through: bool) -> Option<DateTime> {
        if let Some(clock) = self.clock {
            let (hour, minute) = clock.read(self.part)?;
            let date = if hour == 24 { plus(date, 1) } else { date };
            let time = Time::new(i8::try_from(hour % 24).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
            return Some(date.to_datetime(time));
        }
        let (starts, ends) = self.part.map_or((OPENS, CLOSES), Part::times);
        match (through, self.part) {
            (true, None) => Some(next_workday(date).to_datetime(OPENS)),
            (true, Some(_)) => Some(date.to_datetime(ends)),
            // What has begun today is over at its end.
            (false, _) => Some(Some(date.to_datetime(starts)).filter(|at| *at > now).unwrap_or(date.to_datetime(ends))),
        }
    }
}

impl Day {
    fn date(self, today: Date) -> Option<Date> {
        let weeks_day = |weekday: Weekday| i32::from(weekday.to_monday_zero_offset());
        let of_today = weeks_day(today.weekday());
        match self {
            Day::Ahead(days) => Some(plus(today, days)),
            Day::Weekday(weekday) => Some(plus(today, (weeks_day(weekday) - of_today).rem_euclid(7))),
            Day::OfWeek(week, weekday) => Some(plus(today, week * 7 + weeks_day(weekday) - of_today)),
            Day::Date(month, day) => {
                let of = |year: i16| Date::new(year, month, day).ok();
                of(today.year()).filter(|d| *d >= today).or_else(|| of(today.year().checked_add(1)?))
            }
            Day::OfMonth(day) => {
                let first = today.first_of_month();
                let months = (0..12).map(|n| first.saturating_add(n.months()));
                months.filter_map(|m| Date::new(m.year(), m.month(), day).ok()).find(|d| *d >= today)
            }
        }
    }
}

impl Length {
    /// When it is over. Days count today and end on the morning of the next workday; half a day ends after lunch, or, said after
    /// noon, with the day.
    pub fn over(self, now: DateTime) -> DateTime {
        match self {
            Length::Minutes(minutes) => {
                let whole = now.date().at(now.hour(), now.minute(), 0, 0);
                whole.saturating_add(i64::from(minutes).minutes())
            }
            Length::Days(days) => {
                let last = plus(now.date(), i32::try_from(days).unwrap_or(i32::MAX).saturating_sub(1));
                next_workday(last).to_datetime(OPENS)
            }
            Length::HalfDay if now.time() < NOON => now.date().to_datetime(AFTER_LUNCH),
            Length::HalfDay => next_workday(now.date()).to_datetime(OPENS),
        }
    }
}

fn plus(date: Date, days: i32) -> Date {
    // A span holds at most so many days; beyond them the calendar ends anyway.
    date.saturating_add(days.clamp(-3_000_000, 3_000_000).days())
}

/// The next day from Monday to Friday after `date`. Holidays are not known here.
fn next_workday(date: Date) -> Date {
    let works = |d: &Date| !matches!(d.weekday(), Weekday::Saturday | Weekday::Sunday);
    (1..=3).map(|n| plus(date, n)).find(works).unwrap_or(plus(date, 1))
}
