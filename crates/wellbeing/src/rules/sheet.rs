//! The month on one page, as it is published: what was counted, every figure made of it, what was corrected, and a sum.
#[cfg(test)]
pub(super) mod tests;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::lottery::Published;
use serde::{Deserialize, Serialize};

use super::contact::WeekContact;
use super::door::{self, DoorDay};
use super::figure::{Ends, Figure, Indicator, Unit};
use super::fullest::Fullest;
use super::held::{self, HeldBasis};
use super::noise::Noised;
use super::period::Days;
use super::poisson;
use super::range::Range;
use super::rooms::{self, RoomsBasis};
use super::survey::SurveyBasis;

/// Which rules made it. Other rules get another name.
pub const FORMAT: &str = "yizhan-month-1";
/// A number above this is none that a township can have; below it all are exact as floats.
const MOST: u64 = 1 << 50;
/// More weeks end in no month.
const MOST_WEEKS: usize = 5;
/// More parts, corrections or figures no sheet has.
const MOST_LINES: usize = 10_000;

/// How many people live in the township.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Residents {
    pub count: u64,
    /// Which statistic says so.
    pub source: String,
    pub as_of: Date,
}

/// The door in a month or a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Door {
    /// How many days had promised hours.
    pub days: u64,
    /// Of all these days together.
    pub minutes: DoorDay,
}

/// Visits of a week, with noise on both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoisedWeek {
    pub low: Noised,
    pub high: Noised,
}

/// Whole open hours of a week, and how many of them somebody visited, with noise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoisedHours {
    pub open: u64,
    pub visited: Noised,
}

/// A week that ends in the month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeekBasis {
    /// `2026-W23`.
    pub week: String,
    pub door: Option<Door>,
    /// Nothing of a week with fewer than ten uses either, nor of another by which those could be worked out. Of no week it
    /// is said how many walked in.
    pub rooms: Option<RoomsBasis>,
    pub held: Option<HeldBasis>,
    pub visits: Option<NoisedWeek>,
    pub hours: Option<NoisedHours>,
    pub contact: WeekContact,
}

/// The sheet that this one is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Before {
    pub month: String,
    pub revision: u32,
    /// Of that sheet.
    pub sum: String,
}

/// Which way a figure went, where its range says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    Rose,
    Fell,
    /// Both ranges have something in common: it can have gone either way, or nowhere.
    NotSure,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changed {
    pub indicator: Indicator,
    pub word: Word,
    /// By how many points, of the survey only.
    pub by: Option<Ends>,
}

/// A figure that an earlier revision had otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Which revision brought it.
    pub revision: u32,
    pub at: Timestamp,
    pub indicator: Indicator,
    pub part: String,
    /// Nothing if there was none, or is none any more.
    pub was: Option<Ends>,
    pub is: Option<Ends>,
    pub why: String,
}

/// The published month.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MonthSheet {
    /// `yizhan-month-1`.
    pub format: String,
    /// The station's slug.
    pub station: String,
    pub name_zh: String,
    pub name_en: String,
    /// `2026-06`.
    pub month: String,
    /// From 1; each correction is the next.
    pub revision: u32,
    pub made_at: Timestamp,
    pub residents: Option<Residents>,
    pub door: Option<Door>,
    /// Nothing of fewer than ten uses.
    pub rooms: Option<RoomsBasis>,
    pub fullest: Option<Fullest>,
    pub held: Option<HeldBasis>,
    pub weeks: Vec<WeekBasis>,
    pub survey: Option<SurveyBasis>,
    /// [`figures`] of all above.
    pub figures: Vec<Figure>,
    pub before: Option<Before>,
    pub changes: Vec<Changed>,
    pub corrections: Vec<Correction>,
    /// SHA-256 of the sheet with this member empty.
    pub sum: String,
}

/// Every number that a page shows, from what was counted and is in the sheet itself. What was not counted has no figure.
pub fn figures(sheet: &MonthSheet) -> Vec<Figure> {
    let mut all = vec![];
    all.extend(open("", sheet.door));
    all.extend(sheet.weeks.iter().filter_map(|w| open(&w.week, w.door)));
    all.extend(used("", sheet.rooms));
    all.extend(sheet.weeks.iter().filter_map(|w| used(&w.week, w.rooms)));
    all.extend(took_place("", sheet.held));
    all.extend(sheet.weeks.iter().filter_map(|w| took_place(&w.week, w.held)));
    all.extend(visits(&sheet.weeks, sheet.residents.as_ref()));
    all.extend(visited_hours(&sheet.weeks));
    all.extend(sheet.weeks.iter().flat_map(contact));
    all.extend(sheet.survey.iter().flat_map(SurveyBasis::figures));
    all
}

fn share(indicator: Indicator, part: &str, range: Option<Range>, n: u64) -> Option<Figure> {
    range.map(|r| Figure::new(indicator, part, Unit::Share, Ends::new(r.low, None, r.high), n))
}

fn open(part: &str, of: Option<Door>) -> Option<Figure> {
    of.and_then(|d| share(Indicator::Open, part, door::range(&d.minutes), d.days))
}

fn used(part: &str, of: Option<RoomsBasis>) -> Option<Figure> {
    of.and_then(|r| share(Indicator::Used, part, rooms::range(&r), r.uses))
}

fn took_place(part: &str, of: Option<HeldBasis>) -> Option<Figure> {
    of.and_then(|h| share(Indicator::Held, part, held::range(&h), h.planned))
}

/// Each week's visits per hundred residents, and before them the month's: the mean of its weeks. The noise is taken off nowhere, and
/// cut at zero only at the end, so that it does not make the mean too high. The noise of several weeks partly cancels out; the
/// month's range, which takes the mean of its weeks' widths, is therefore rather too wide.
fn visits(weeks: &[WeekBasis], residents: Option<&Residents>) -> Vec<Figure> {
    let Some(residents) = residents.filter(|r| r.count > 0) else { return vec![] };
    let figure = |part: &str, low: f64, high: f64, n| {
        let per_100 = |x: f64| 100.0 * x.max(0.0) / residents.count as f64;
        let (low, high) = (per_100(low), per_100(high));
        // The noise may have turned them round.
        Figure::new(Indicator::Visits, part, Unit::Per100, Ends::new(low.min(high), None, low.max(high)), n)
    };
    let counted: Vec<(&str, f64, f64)> =
        weeks.iter().filter_map(|w| w.visits.map(|v| (w.week.as_str(), lowest(v.low), highest(v.high)))).collect();
    if counted.is_empty() {
        return vec![];
    }
    let mean = |of: fn(&(&str, f64, f64)) -> f64| counted.iter().map(of).sum::<f64>() / counted.len() as f64;
    let month = figure("", mean(|w| w.1), mean(|w| w.2), counted.len() as u64);
    let each = counted.iter().map(|(week, low, high)| figure(week, *low, *high, residents.count));
    std::iter::once(month).chain(each).collect()
}

/// The share of open hours with a visit, of the month and of each week; its n is the number of open hours.
fn visited_hours(weeks: &[WeekBasis]) -> Vec<Figure> {
    let figure = |part: &str, low: f64, high: f64, open: u64| {
        (open > 0).then(|| {
            let r = Range::new(low / open as f64, high / open as f64);
            Figure::new(Indicator::VisitedHours, part, Unit::Share, Ends::new(r.low, None, r.high), open)
        })
    };
    let counted: Vec<(&str, NoisedHours)> =
        weeks.iter().filter_map(|w| w.hours.map(|h| (w.week.as_str(), h))).collect();
    let open = counted.iter().fold(0_u64, |sum, (_, h)| sum.saturating_add(h.open));
    let low = counted.iter().map(|(_, h)| lowest(h.visited)).sum();
    let high = counted.iter().map(|(_, h)| highest(h.visited)).sum();
    let each = counted.iter().map(|(week, h)| figure(week, lowest(h.visited), highest(h.visited), h.open));
    std::iter::once(figure("", low, high, open)).chain(each).flatten().collect()
}

/// Each kind of a week with its Poisson interval. There is no sum over kinds or weeks.
fn contact(week: &WeekBasis) -> Vec<Figure> {
    let of = |(kind, count): &(super::contact::Kind, Option<u64>)| {
        let counted = poisson::published((*count)?)?;
        let ends = Ends::new(counted.low, Some(counted.count as f64), counted.high);
        let part = format!("{}/{}", week.week, kind.word());
        Some(Figure::new(Indicator::Contact, part, Unit::Count, ends, counted.count))
    };
    week.contact.counts.iter().filter_map(of).collect()
}

// Both are far below 2^53 (see `is_within_bounds`): exact as floats.
fn lowest(n: Noised) -> f64 {
    n.value.saturating_sub(n.half) as f64
}

fn highest(n: Noised) -> f64 {
    n.value.saturating_add(n.half) as f64
}

impl Published for MonthSheet {
    const FORMAT: &'static str = FORMAT;

    fn format(&self) -> &str {
        &self.format
    }

    fn sum(&mut self) -> &mut String {
        &mut self.sum
    }

    fn is_within_bounds(&self) -> bool {
        let Some(month) = Days::named(&self.month).filter(|d| d.name() == self.month && !self.month.contains('W'))
        else {
            return false;
        };
        let ends_here = |w: &WeekBasis| Days::named(&w.week).is_some_and(|d| month.contains(d.last()));
        let in_order = self.weeks.is_sorted_by(|a, b| a.week < b.week);
        let lines = [self.figures.len(), self.corrections.len(), self.changes.len()];
        self.revision >= 1
            && self.weeks.len() <= MOST_WEEKS
            && in_order
            && self.weeks.iter().all(|w| ends_here(w) && is_possible_week(w))
            && self.residents.as_ref().is_none_or(|r| r.count <= MOST)
            && self.door.is_none_or(is_possible_door)
            && self.rooms.is_none_or(are_possible_rooms)
            && self.held.is_none_or(is_possible_held)
            && self.survey.as_ref().is_none_or(is_possible_survey)
            && lines.iter().all(|n| *n <= MOST_LINES)
    }
}

fn are_counts(all: &[i64]) -> bool {
    all.iter().all(|n| u64::try_from(*n).is_ok_and(|n| n <= MOST))
}

fn is_possible_door(door: Door) -> bool {
    let m = door.minutes;
    are_counts(&[m.promised, m.open, m.closed, m.disputed]) && m.open + m.closed + m.disputed <= m.promised
}

fn are_possible_rooms(r: RoomsBasis) -> bool {
    are_counts(&[r.open_min, r.used_min, r.unsure_min]) && r.walk_ins.is_none_or(|n| n <= r.uses) && r.uses <= MOST
}

fn is_possible_held(h: HeldBasis) -> bool {
    let parts = [h.held, h.unknown, h.late, h.few, h.called_off];
    parts.iter().all(|n| *n <= MOST) && parts.iter().sum::<u64>() == h.planned
}

fn is_possible_week(week: &WeekBasis) -> bool {
    let noised = |n: Noised| n.value.unsigned_abs() <= MOST && (0..1_000_000).contains(&n.half);
    let visits = week.visits.is_none_or(|v| noised(v.low) && noised(v.high));
    let hours = week.hours.is_none_or(|h| h.open <= 7 * 25 && noised(h.visited));
    let counts = week.contact.counts.iter().all(|(_, n)| n.is_none_or(|n| n <= MOST));
    let shares = week.door.is_none_or(|d| d.days <= 7 && is_possible_door(d))
        && week.rooms.is_none_or(are_possible_rooms)
        && week.held.is_none_or(is_possible_held);
    shares && visits && hours && counts && week.contact.week == week.week
}

fn is_possible_survey(s: &SurveyBasis) -> bool {
    let r = s.response;
    let part = |p: &super::strata::Summary| p.population <= MOST && p.n <= MOST;
    [r.drawn, r.not_eligible, r.answered, s.frame_size].iter().all(|n| *n <= MOST)
        && r.not_eligible <= r.drawn
        && s.strata.len() <= MOST_LINES
        && s.strata.iter().all(|(_, p)| part(p))
}
