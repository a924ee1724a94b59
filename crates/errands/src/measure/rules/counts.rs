//! Facts, added up.
use jiff::civil::Date;
use kernel::share::Share;
use serde::{Deserialize, Serialize};

use super::period::Period;
use super::presence::Minutes;
use super::spread::Spread;
use crate::promises::Ending;
use crate::ratings::rules::{Level, Outcome};
use crate::rules::{Ended, State, Waste};

/// Of fewer officials together nothing is said.
const FEWEST_OFFICIALS: usize = 3;

/// A day of all officials together, as it is kept (`presence-day`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PresenceDay {
    /// How many had working hours.
    pub officials: usize,
    pub hours_min: i64,
    pub present_min: i64,
    pub away_min: i64,
}

/// A promise that ended (`promise-ended`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Promise {
    pub ended: Ending,
    /// They were told, or are on the call list.
    pub delivered: bool,
}

/// How promises ended. What the person gave back is none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Promises {
    pub kept: usize,
    pub revised_told: usize,
    pub revised_untold: usize,
    pub broken: usize,
}

/// What was said of tickets that were done on days whose ratings are fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ratings {
    pub done: usize,
    /// From very satisfied to very dissatisfied.
    pub levels: [usize; 5],
}

/// How call-backs ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CallBacks {
    pub settled: usize,
    pub not_settled: usize,
    pub not_reached: usize,
    pub nobody_called: usize,
}

/// Trips for nothing of one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    pub days: Period,
    pub wasted: Share,
}

/// All that the figures are made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    pub visits: usize,
    pub wasted: [usize; 4],
    /// Called, and nobody said how it ended.
    pub unknown: usize,
    /// Gone before their turn, for whatever reason.
    pub left: usize,
    pub from_afar: usize,
    pub waits: Spread,
    pub services: Spread,
    pub weeks: Vec<Week>,
    pub promises: Promises,
    pub ratings: Ratings,
    pub call_backs: CallBacks,
    pub presence: Minutes,
    pub presence_days: usize,
}

impl Counts {
    /// Visits of `period`; of those that are done, the ratings of days before `fixed` are known.
    pub fn visits(&mut self, period: Period, all: &[(Date, Ended)], fixed: Date) {
        let came: Vec<&(Date, Ended)> = all.iter().filter(|(_, t)| t.came).collect();
        self.visits = came.len();
        for (n, waste) in Waste::ALL.into_iter().enumerate() {
            self.wasted[n] = came.iter().filter(|(_, t)| t.wasted == Some(waste)).count();
        }
        let unsaid = |t: &Ended| t.state == State::Closed && t.wasted.is_none();
        self.unknown = came.iter().filter(|(_, t)| unsaid(t)).count();
        self.left = came.iter().filter(|(_, t)| matches!(t.state, State::Expired | State::Cancelled)).count();
        self.from_afar = came.iter().filter(|(_, t)| t.from_afar).count();
        let served = |t: &Ended| t.state == State::Done;
        self.waits = came.iter().filter(|(_, t)| served(t)).filter_map(|(_, t)| t.waited_s).collect();
        self.services = came.iter().filter(|(_, t)| served(t)).filter_map(|(_, t)| t.served_s).collect();
        let week = |days: Period| {
            let of_week = || came.iter().filter(|(on, _)| days.contains(*on));
            Week { days, wasted: Share::new(of_week().filter(|(_, t)| t.wasted.is_some()).count(), of_week().count()) }
        };
        self.weeks = period.weeks().into_iter().map(week).collect();
        self.ratings.done = all.iter().filter(|(on, t)| served(t) && *on < fixed).count();
    }

    pub fn promise(&mut self, promise: Promise) {
        match (promise.ended, promise.delivered) {
            (Ending::Kept, _) => self.promises.kept += 1,
            (Ending::Revised, true) => self.promises.revised_told += 1,
            (Ending::Revised, false) => self.promises.revised_untold += 1,
            (Ending::Broken, _) => self.promises.broken += 1,
            (Ending::GivenBack, _) => {}
        }
    }

    pub fn rated(&mut self, level: Level) {
        if let Some(count) = Level::ALL.iter().position(|l| *l == level).and_then(|n| self.ratings.levels.get_mut(n)) {
            *count += 1;
        }
    }

    pub fn called_back(&mut self, outcome: Option<Outcome>) {
        match outcome {
            Some(Outcome::Settled) => self.call_backs.settled += 1,
            Some(Outcome::NotSettled) => self.call_backs.not_settled += 1,
            Some(Outcome::NotReached) => self.call_backs.not_reached += 1,
            None => self.call_backs.nobody_called += 1,
        }
    }

    /// A day of fewer than three officials is left out: it would be about one of them.
    pub fn present(&mut self, day: PresenceDay) {
        if day.officials < FEWEST_OFFICIALS {
            return;
        }
        self.presence += Minutes { hours: day.hours_min, present: day.present_min, away: day.away_min };
        self.presence_days += 1;
    }
}

impl Promises {
    pub fn n(self) -> usize {
        self.kept + self.revised_told + self.revised_untold + self.broken
    }
}

impl Ratings {
    pub fn rated(self) -> usize {
        self.levels.iter().sum()
    }
}

impl CallBacks {
    pub fn n(self) -> usize {
        self.settled + self.not_settled + self.not_reached + self.nobody_called
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_two_officials_is_about_one_of_them_and_left_out() {
        let day = |officials| PresenceDay { officials, hours_min: 960, present_min: 480, away_min: 0 };
        let mut counts = Counts::default();
        counts.present(day(2));
        assert_eq!(counts, Counts::default());
        counts.present(day(3));
        assert_eq!((counts.presence_days, counts.presence.present), (1, 480));
    }
}
