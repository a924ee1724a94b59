//! Stretches of time. They are half-open: 20:00–21:00 and 21:00–22:00 do not meet.
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span as Days, Timestamp};

/// From an instant up to, not including, another. Never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Span {
    pub from: Timestamp,
    pub until: Timestamp,
}

impl Span {
    /// `None` if it would be empty or run backwards.
    pub fn new(from: Timestamp, until: Timestamp) -> Option<Span> {
        (from < until).then_some(Span { from, until })
    }

    /// `minutes` real minutes from `from` on: a change of the clock does not make it longer or shorter.
    pub fn of_minutes(from: Timestamp, minutes: i32) -> Option<Span> {
        let until = from.checked_add(SignedDuration::from_mins(minutes.into())).ok()?;
        Span::new(from, until)
    }

    /// Whole minutes, rounded down.
    pub fn minutes(&self) -> i64 {
        (self.until - self.from).as_mins()
    }

    pub fn overlaps(&self, other: &Span) -> bool {
        self.from < other.until && other.from < self.until
    }

    pub fn contains(&self, at: Timestamp) -> bool {
        self.from <= at && at < self.until
    }

    /// Longer by `by` at both ends, as far as time goes.
    pub fn widened(&self, by: SignedDuration) -> Span {
        Span {
            from: self.from.saturating_sub(by).unwrap_or(Timestamp::MIN),
            until: self.until.saturating_add(by).unwrap_or(Timestamp::MAX),
        }
    }

    pub fn meet(&self, other: &Span) -> Option<Span> {
        Span::new(self.from.max(other.from), self.until.min(other.until))
    }
}

/// Whether one of `spans` holds all of `wanted`. `spans` are joined (see [`join`]).
pub fn covered(spans: &[Span], wanted: &Span) -> bool {
    spans.iter().any(|s| s.from <= wanted.from && wanted.until <= s.until)
}

/// Sorted, with those that touch or overlap made one.
pub fn join(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.from <= last.until => last.until = last.until.max(span.until),
            _ => joined.push(span),
        }
    }
    joined
}

/// What both lists hold.
pub fn intersect(a: &[Span], b: &[Span]) -> Vec<Span> {
    join(a.iter().flat_map(|x| b.iter().filter_map(|y| x.meet(y))).collect())
}

/// What is left of `spans` without `cut`.
pub fn subtract(spans: &[Span], cut: &Span) -> Vec<Span> {
    let before = spans.iter().filter_map(|s| Span::new(s.from, s.until.min(cut.from)));
    let after = spans.iter().filter_map(|s| Span::new(s.from.max(cut.until), s.until));
    join(before.chain(after).collect())
}

/// The database refuses overlap in cells of this many minutes: all times of reservations are multiples of it.
pub const CELL_MINUTES: i32 = 5;

/// The numbers of the cells that `span` touches, counted from 1970-01-01T00:00Z.
pub fn cells(span: &Span) -> std::ops::Range<i32> {
    let length = i64::from(CELL_MINUTES) * 60;
    let first = span.from.as_second().div_euclid(length);
    let last = (span.until.as_second() + length - 1).div_euclid(length);
    // Good until the year 22,000.
    i32::try_from(first).unwrap_or(i32::MAX)..i32::try_from(last).unwrap_or(i32::MAX)
}

/// `count` local days from the midnight that begins `on`.
pub fn days(zone: &TimeZone, on: Date, count: i32) -> Span {
    let midnight = |on: Date| zone.to_ambiguous_timestamp(on.at(0, 0, 0, 0)).compatible().unwrap_or(Timestamp::MAX);
    Span { from: midnight(on), until: midnight(on.saturating_add(Days::new().days(count.max(1)))) }
}
