//! What kind of day a day is.
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        LazyLock,
        atomic::{AtomicU64, Ordering},
    },
};

use jiff::civil::Date;

use super::file::{Dataset, Entry, Kind, Name, is_weekend};

static PRC: LazyLock<Calendar> = LazyLock::new(|| {
    let text = include_str!("../../data/prc-holidays.csv");
    let mut calendar = Calendar::empty();
    calendar.merge(Dataset::parse(text).expect("the built-in file is read in a test"));
    calendar
});
static STAMPS: AtomicU64 = AtomicU64::new(0);

/// What is known of holidays and make-up workdays.
#[derive(Debug, Clone)]
pub struct Calendar {
    days: BTreeMap<Date, Entry>,
    years: BTreeSet<i16>,
    sources: Vec<(String, String)>,
    /// Differs between calendars of different content, so that what was worked out from one can be kept.
    stamp: u64,
}

/// A day and whether the answer may still change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day<'c> {
    pub kind: DayKind<'c>,
    /// The holidays that could change this answer are not published yet.
    pub provisional: bool,
}

/// The kinds of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind<'c> {
    /// Monday to Friday, no holiday.
    Workday,
    /// A Saturday or Sunday worked in exchange for a day of a holiday.
    MakeUpWorkday,
    /// A Saturday or Sunday. Provisional in a year that is not published: it may become a make-up workday.
    Weekend,
    /// A day of a holiday break, weekends inside the break included.
    Holiday(&'c Name),
    /// Monday to Friday of a year that is not published yet: a workday, or a holiday.
    NotKnownYet,
}

/// What an import changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Merged {
    /// Days that had no entry before.
    pub added: Vec<Date>,
    /// Days whose entry is another one now.
    pub changed: Vec<Date>,
    /// Days whose entry is gone, since the file is complete for their year and does not list them.
    pub removed: Vec<Date>,
}

impl Calendar {
    /// The built-in calendar of the People's Republic of China, 2007 to 2026.
    pub fn prc() -> &'static Calendar {
        &PRC
    }

    /// A calendar that knows nothing: every weekday is [`DayKind::NotKnownYet`].
    pub fn empty() -> Self {
        Calendar { days: BTreeMap::new(), years: BTreeSet::new(), sources: vec![], stamp: next_stamp() }
    }

    /// Takes over a file. It replaces all that was known of the years it is complete for; a row just outside of them
    /// (the notice for 2019 made 2018-12-29 a workday) is laid over the neighbouring year.
    pub fn merge(&mut self, set: Dataset) -> Merged {
        let mut merged = Merged::default();
        let next_years = |date: &Date| is_turn_of_year(*date) && !set.years.contains(&(date.year() + 1));
        let gone = |date: &Date| {
            let listed = set.days.contains_key(date);
            // The last days of a year may have been arranged by the notice for the next one, which stays in force.
            !listed && set.years.contains(&date.year()) && !(next_years(date) && self.knows(date.year() + 1))
        };
        merged.removed = self.days.keys().copied().filter(gone).collect();
        for date in &merged.removed {
            self.days.remove(date);
        }
        for (date, entry) in set.days {
            match self.days.insert(date, entry.clone()) {
                None => merged.added.push(date),
                Some(before) if before != entry => merged.changed.push(date),
                Some(_) => {}
            }
        }
        self.years.extend(set.years);
        self.sources.push((set.source, set.version));
        self.stamp = next_stamp();
        merged
    }

    /// The kind of a day.
    pub fn day(&self, date: Date) -> Day<'_> {
        let provisional = self.is_provisional(date);
        let kind = match self.days.get(&date) {
            Some(Entry { kind: Kind::Holiday, name }) => DayKind::Holiday(name),
            Some(Entry { kind: Kind::Workday, .. }) => DayKind::MakeUpWorkday,
            None if is_weekend(date) => DayKind::Weekend,
            None if !self.knows(date.year()) => DayKind::NotKnownYet,
            None => DayKind::Workday,
        };
        Day { kind, provisional }
    }

    /// Whether offices work on that day. In a year that is not published, weekdays are taken to be worked and
    /// weekends not; [`Self::is_provisional`] tells.
    pub fn is_worked(&self, date: Date) -> bool {
        match self.days.get(&date) {
            Some(entry) => entry.kind == Kind::Workday,
            None => !is_weekend(date),
        }
    }

    /// Whether the year is published.
    pub fn knows(&self, year: i16) -> bool {
        self.years.contains(&year)
    }

    /// Whether a later notice can still change that day: its year is not published, or it is one of the days from 29
    /// December on and the next year is not. In 2007 to 2026 no notice reached further back: 2007-12-29 and
    /// 2018-12-29 became workdays for the New Year's Day after them.
    pub fn is_provisional(&self, date: Date) -> bool {
        !self.days.contains_key(&date)
            && (!self.knows(date.year()) || (is_turn_of_year(date) && !self.knows(date.year().saturating_add(1))))
    }

    /// The name of the holiday on that day.
    pub fn holiday(&self, date: Date) -> Option<&Name> {
        self.days.get(&date).filter(|entry| entry.kind == Kind::Holiday).map(|entry| &entry.name)
    }

    /// Every listed day, in order.
    pub fn entries(&self) -> impl Iterator<Item = (Date, &Entry)> {
        self.days.iter().map(|(date, entry)| (*date, entry))
    }

    /// The published years, in order.
    pub fn years(&self) -> impl Iterator<Item = i16> {
        self.years.iter().copied()
    }

    /// Source and version of every file taken over, oldest first.
    pub fn sources(&self) -> &[(String, String)] {
        &self.sources
    }

    /// The same with a day made a holiday, or a make-up workday: what a notice could say.
    pub(crate) fn with(&self, date: Date, kind: Kind) -> Calendar {
        let mut other = self.clone();
        let name = Name { zh: String::new(), en: String::new() };
        other.days.insert(date, Entry { kind, name });
        other.stamp = next_stamp();
        other
    }

    pub(crate) fn stamp(&self) -> u64 {
        self.stamp
    }
}

fn is_turn_of_year(date: Date) -> bool {
    date.month() == 12 && date.day() >= 29
}

fn next_stamp() -> u64 {
    STAMPS.fetch_add(1, Ordering::Relaxed)
}
