//! Opening hours and the questions to them.
use std::{fmt, str::FromStr, sync::Arc};

use jiff::civil::{Date, DateTime};

use super::{
    block::{Kept, first_minute, number_of},
    day,
    lines::{self, Line},
    problem::{HoursProblem, HoursWhat},
    refuse::refuse,
};
use crate::{
    days,
    holidays::{Calendar, DayKind, Kind},
};

/// How far ahead a change is looked for: 12 years, more than the eight between two leap days around 2100.
const HORIZON: i64 = 4_383 * days::DAY;
/// A text that is always accepted, for hints where nothing closer to what was typed is.
const EXAMPLE: &str = "Mo-Fr 08:00-18:00; Sa,Su 09:00-17:00; PH off";

/// Opening hours that can be evaluated.
///
/// What has been worked out is kept inside, so keep an `Hours` and share it (it is `Sync`) rather than parsing again.
/// Questions with another [`Calendar`] than the last one start afresh.
pub struct Hours {
    text: String,
    pub(super) lines: Vec<Line>,
    /// Always open or always closed, so that nobody looks for a change.
    constant: bool,
    kept: Kept,
}

/// Open or closed at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    pub open: bool,
    /// What the rule says about it: `PH off "春节放假"`.
    pub note: Option<Arc<str>>,
    /// The holidays of that year, which the answer depends on, are not published yet.
    pub provisional: bool,
}

impl Hours {
    /// Reads opening hours.
    ///
    /// # Errors
    /// What is refused or not understood, with a hint that works.
    pub fn parse(text: &str) -> Result<Self, HoursProblem> {
        let text = text.trim();
        let (what, at, guess) = match refuse(text) {
            Some(refused) => (refused.what, refused.at, refused.guess),
            None => match lines::read(text) {
                Ok(lines) => {
                    let constant = day::is_constant(&lines);
                    return Ok(Hours { text: text.to_owned(), lines, constant, kept: Kept::default() });
                }
                Err((what, at)) => (what, at, String::new()),
            },
        };
        let position = text.get(..at).map_or(0, |before| before.chars().count());
        Err(HoursProblem { what, why: what.why(), hint: hint(guess), position })
    }

    /// The text as it was given, without spaces around it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether a rule speaks about public holidays. If none does, holidays are days like others.
    pub fn mentions_holidays(&self) -> bool {
        self.lines.iter().any(Line::has_holidays)
    }

    /// Open or closed at that moment.
    pub fn state_at(&self, at: DateTime, calendar: &Calendar) -> State {
        let minute = days::minutes(at);
        let open = self.run_at(minute, calendar).is_some();
        let notes = |number| self.kept.block(number, &self.lines, calendar);
        let note = notes(number_of(minute)).notes.iter().rev().find_map(|(from, until, of_open, note)| {
            (*of_open == open && (*from..*until).contains(&minute)).then(|| Arc::clone(note))
        });
        let depends = self.lines.iter().any(Line::has_weekdays);
        State { open, note, provisional: depends && calendar.is_provisional(at.date()) }
    }

    /// Whether a notice that is still to come could change the hours that start on that day: whether they would be others
    /// if it were a holiday, or, at a weekend, a make-up workday. Unlike [`State::provisional`] it is no for hours that
    /// name every day, such as `Mo-Su 09:00-21:00`.
    pub fn may_change(&self, on: Date, calendar: &Calendar) -> bool {
        if !calendar.is_provisional(on) || !self.lines.iter().any(Line::has_weekdays) {
            return false;
        }
        let as_it_is = day::pieces(&self.lines, on, calendar);
        let if_it_were = |kind| day::pieces(&self.lines, on, &calendar.with(on, kind)) != as_it_is;
        if_it_were(Kind::Holiday) || (calendar.day(on).kind == DayKind::Weekend && if_it_were(Kind::Workday))
    }

    /// The first moment after `after` at which open becomes closed or closed open. `None` if nothing changes within 12
    /// years. A change of the note alone is none.
    pub fn next_change(&self, after: DateTime, calendar: &Calendar) -> Option<DateTime> {
        if self.constant {
            return None;
        }
        let minute = days::minutes(after);
        days::datetime(match self.run_at(minute, calendar) {
            Some(run) => self.end_of(run, minute + HORIZON, calendar)?,
            None => self.start_after(minute, minute + HORIZON, calendar)?,
        })
    }

    /// The first moment after `after` at which closed becomes open. While it is open, that is the opening after the
    /// next closing. `None` if there is none within 12 years.
    pub fn next_opening(&self, after: DateTime, calendar: &Calendar) -> Option<DateTime> {
        if self.constant {
            return None;
        }
        let minute = days::minutes(after);
        let horizon = minute + HORIZON;
        let closed = match self.run_at(minute, calendar) {
            Some(run) => self.end_of(run, horizon, calendar)?,
            None => minute,
        };
        days::datetime(self.start_after(closed, horizon, calendar)?)
    }

    /// Open intervals that start on that day, half-open, disjoint and in order. One that goes over midnight ends on the
    /// next day; open around the clock is one interval for each day.
    pub fn intervals(&self, on: Date, calendar: &Calendar) -> Vec<(DateTime, DateTime)> {
        let midnight = days::minutes(on.at(0, 0, 0, 0));
        let block = self.kept.block(number_of(midnight), &self.lines, calendar);
        let first = block.starts.partition_point(|start| start.0 < midnight);
        let today = block.starts[first..].iter().take_while(|start| start.0 < midnight + days::DAY);
        today.filter_map(|&(from, until)| Some((days::datetime(from)?, days::datetime(until)?))).collect()
    }

    /// Open intervals within `from..until`, cut at both ends, half-open, disjoint, joined across midnights, in order.
    /// Seconds are dropped from `from` and `until`.
    pub fn intervals_between(&self, from: DateTime, until: DateTime, calendar: &Calendar) -> Vec<(DateTime, DateTime)> {
        let (from, until) = (days::minutes(from), days::minutes(until));
        let mut joined: Vec<(i64, i64)> = vec![];
        if from >= until {
            return vec![];
        }
        // A run that started in the block before may still go on.
        for number in number_of(from) - 1..=number_of(until - 1) {
            for &(start, end) in &self.kept.block(number, &self.lines, calendar).runs {
                let (start, end) = (start.max(from), end.min(until));
                match joined.last_mut().filter(|last| last.1 == start) {
                    _ if start >= end => {}
                    Some(last) => last.1 = end,
                    None => joined.push((start, end)),
                }
            }
        }
        joined.into_iter().filter_map(|(a, b)| Some((days::datetime(a)?, days::datetime(b)?))).collect()
    }

    fn run_at(&self, minute: i64, calendar: &Calendar) -> Option<(i64, i64)> {
        let number = number_of(minute);
        let run_of = |number| self.kept.block(number, &self.lines, calendar).run_at(minute);
        // Hours end two days after the midnight of their day: only then can they come from the block before.
        let near = minute - first_minute(number) < 2 * days::DAY;
        run_of(number).or_else(|| if near { run_of(number - 1) } else { None })
    }

    /// Where a run ends for good, `None` if that is beyond the horizon.
    fn end_of(&self, mut run: (i64, i64), horizon: i64, calendar: &Calendar) -> Option<i64> {
        while run.1 <= horizon {
            match self.run_at(run.1, calendar) {
                Some(next) => run = next,
                None => return Some(run.1),
            }
        }
        None
    }

    fn start_after(&self, minute: i64, horizon: i64, calendar: &Calendar) -> Option<i64> {
        let block = |number| self.kept.block(number, &self.lines, calendar).start_after(minute);
        (number_of(minute)..=number_of(horizon)).find_map(block)
    }
}

/// The guess if it is accepted, else what its own hint says, else an example.
fn hint(guess: String) -> String {
    let mut guess = guess;
    // Each round repairs one thing; texts that need more are rare.
    for _ in 0..8 {
        guess = match refuse(&guess) {
            None if lines::read(&guess).is_ok() => return guess,
            None => break,
            Some(refused) if refused.what == HoursWhat::Empty => break,
            Some(refused) => refused.guess,
        };
    }
    EXAMPLE.to_owned()
}

impl FromStr for Hours {
    type Err = HoursProblem;

    fn from_str(text: &str) -> Result<Self, HoursProblem> {
        Hours::parse(text)
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Hours").field(&self.text).finish()
    }
}

impl PartialEq for Hours {
    /// The same text.
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Hours {}

impl Clone for Hours {
    fn clone(&self) -> Self {
        Hours { text: self.text.clone(), lines: self.lines.clone(), constant: self.constant, kept: Kept::default() }
    }
}
