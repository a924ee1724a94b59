//! Many stations together, made of what each of them has published and of nothing else: it can tell nothing that they do not. No
//! station is named, none has a number of its own, and nothing is put in an order.
use kernel::fault::Fault;
use kernel::lottery::Published;
use kernel::share::FEWEST;
use serde::{Deserialize, Serialize};

use super::contact::Kind;
use super::door::{self, DoorDay};
use super::figure::{Ends, Figure, Indicator, Unit};
use super::held::{self, HeldBasis};
use super::noise::Noised;
use super::period::Days;
use super::poisson;
use super::range::Range;
use super::rooms::{self, RoomsBasis};
use super::sheet::MonthSheet;

/// Which rules made it. Other rules get another name.
pub const FORMAT: &str = "yizhan-county-1";
/// Of fewer stations nothing is added up: who is one of two knows the other.
pub const FEWEST_STATIONS: u64 = 3;
/// Of fewer of whatever is counted nothing is published.
const FEW: u64 = FEWEST as u64;

/// The doors of several stations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountyDoor {
    /// How many stations are in it.
    pub stations: u64,
    /// Days with promised hours, of all of them.
    pub days: u64,
    pub minutes: DoorDay,
}

/// The rooms of several stations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountyRooms {
    pub stations: u64,
    pub basis: RoomsBasis,
}

/// The activities of several stations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountyHeld {
    pub stations: u64,
    pub basis: HeldBasis,
}

/// The visits of a week, of the stations that know how many people live around them. Noise stands on each station's count; the
/// widths are added up, which is rather too wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountyVisits {
    pub stations: u64,
    /// Of all of them.
    pub residents: u64,
    pub low: Noised,
    pub high: Noised,
}

/// Whole open hours of a week, and those in which somebody came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountyHours {
    pub stations: u64,
    pub open: u64,
    pub visited: Noised,
}

/// A kind of contact in a week, of the stations that show it: where fewer than ten were, nothing is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountyContact {
    pub kind: Kind,
    pub stations: u64,
    pub count: u64,
}

/// A week that ends in the month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountyWeek {
    /// `2026-W23`.
    pub week: String,
    pub visits: Option<CountyVisits>,
    pub hours: Option<CountyHours>,
    pub contact: Vec<CountyContact>,
}

/// A figure, and how many stations are in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountyFigure {
    pub stations: u64,
    pub figure: Figure,
}

/// A month of an area. Well-being is not in it: means of surveys of different villages are no mean of the area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountySheet {
    /// `yizhan-county-1`.
    pub format: String,
    /// Of the province (2 digits), the city (4) or the county (6).
    pub code: i64,
    /// `2026-06`.
    pub month: String,
    /// How many stations have published the month.
    pub stations: u64,
    /// How many there are in the area.
    pub of: u64,
    pub door: Option<CountyDoor>,
    pub rooms: Option<CountyRooms>,
    pub held: Option<CountyHeld>,
    pub weeks: Vec<CountyWeek>,
    /// [`figures`] of all above.
    pub figures: Vec<CountyFigure>,
    /// SHA-256 of the sheet with this member empty.
    pub sum: String,
}

/// The columns of [`csv`].
pub const COLUMNS: [&str; 12] =
    ["area", "month", "indicator", "part", "unit", "low", "value", "high", "n", "stations", "source", "gaps"];

/// The area's month, of what each of its stations has published of it: the newest revisions, in any order. Nothing of fewer than
/// three stations.
pub fn county(code: i64, month: &str, of: u64, sheets: &[MonthSheet]) -> Option<CountySheet> {
    let stations = number(sheets.len());
    if stations < FEWEST_STATIONS {
        return None;
    }
    let mut sheet = CountySheet {
        format: FORMAT.into(),
        code,
        month: month.to_owned(),
        stations,
        of: of.max(stations),
        door: door_of(sheets),
        rooms: rooms_of(sheets),
        held: held_of(sheets),
        weeks: weeks_of(month, sheets),
        figures: vec![],
        sum: String::new(),
    };
    sheet.figures = figures(&sheet);
    Some(sheet.signed())
}

fn number(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

/// How many stations have it, and what they have; nothing of fewer than three.
fn of_enough<T>(all: impl Iterator<Item = T>) -> Option<(u64, Vec<T>)> {
    let all: Vec<T> = all.collect();
    let stations = number(all.len());
    (stations >= FEWEST_STATIONS).then_some((stations, all))
}

fn door_of(sheets: &[MonthSheet]) -> Option<CountyDoor> {
    let (stations, all) = of_enough(sheets.iter().filter_map(|s| s.door))?;
    let days = all.iter().fold(0_u64, |sum, d| sum.saturating_add(d.days));
    (days >= FEW).then(|| CountyDoor { stations, days, minutes: all.iter().map(|d| d.minutes).sum() })
}

fn rooms_of(sheets: &[MonthSheet]) -> Option<CountyRooms> {
    let (stations, all) = of_enough(sheets.iter().filter_map(|s| s.rooms))?;
    // Of all stations, or of none: a sum without one station would tell of that one.
    let none = RoomsBasis { walk_ins: Some(0), ..RoomsBasis::default() };
    let basis = all.into_iter().fold(none, |sum, r| RoomsBasis {
        open_min: sum.open_min.saturating_add(r.open_min),
        used_min: sum.used_min.saturating_add(r.used_min),
        unsure_min: sum.unsure_min.saturating_add(r.unsure_min),
        uses: sum.uses.saturating_add(r.uses),
        walk_ins: sum.walk_ins.zip(r.walk_ins).map(|(sum, n)| sum.saturating_add(n)),
    });
    (basis.uses >= FEW).then_some(CountyRooms { stations, basis })
}

fn held_of(sheets: &[MonthSheet]) -> Option<CountyHeld> {
    let (stations, all) = of_enough(sheets.iter().filter_map(|s| s.held))?;
    let basis = all.into_iter().fold(HeldBasis::default(), |sum, h| HeldBasis {
        planned: sum.planned.saturating_add(h.planned),
        held: sum.held.saturating_add(h.held),
        unknown: sum.unknown.saturating_add(h.unknown),
        late: sum.late.saturating_add(h.late),
        few: sum.few.saturating_add(h.few),
        called_off: sum.called_off.saturating_add(h.called_off),
    });
    (basis.planned >= FEW).then_some(CountyHeld { stations, basis })
}

fn weeks_of(month: &str, sheets: &[MonthSheet]) -> Vec<CountyWeek> {
    let Some(month) = Days::named(month) else { return vec![] };
    let names = Days::weeks_ending_in(month.from).into_iter().map(Days::name);
    names.map(|name| week_of(name, sheets)).collect()
}

fn week_of(name: String, sheets: &[MonthSheet]) -> CountyWeek {
    let weeks = || sheets.iter().filter_map(|s| Some((s, s.weeks.iter().find(|w| w.week == name)?)));
    let visits = of_enough(weeks().filter_map(|(s, w)| Some((s.residents.as_ref()?.count, w.visits?))));
    let hours = of_enough(weeks().filter_map(|(_, w)| w.hours));
    let contact = Kind::ALL.into_iter().filter_map(|kind| {
        let shown = |(_, w): (&MonthSheet, &super::sheet::WeekBasis)| {
            w.contact.counts.iter().find(|(of, _)| *of == kind).and_then(|(_, n)| *n)
        };
        let (stations, all) = of_enough(weeks().filter_map(shown))?;
        let count = all.into_iter().fold(0, u64::saturating_add);
        (count >= FEW).then_some(CountyContact { kind, stations, count })
    });
    let contact = contact.collect();
    let visits = visits.map(|(stations, all)| CountyVisits {
        stations,
        residents: all.iter().fold(0, |sum, (residents, _)| sum.saturating_add(*residents)),
        low: added(all.iter().map(|(_, v)| v.low)),
        high: added(all.iter().map(|(_, v)| v.high)),
    });
    let hours = hours.map(|(stations, all)| CountyHours {
        stations,
        open: all.iter().fold(0, |sum, h| sum.saturating_add(h.open)),
        visited: added(all.iter().map(|h| h.visited)),
    });
    CountyWeek {
        visits: visits.filter(|v| v.residents >= FEW),
        hours: hours.filter(|h| h.open >= FEW),
        contact,
        week: name,
    }
}

/// Sums of values and of widths.
fn added(all: impl Iterator<Item = Noised>) -> Noised {
    all.fold(Noised { value: 0, half: 0 }, |sum, n| Noised {
        value: sum.value.saturating_add(n.value),
        half: sum.half.saturating_add(n.half),
    })
}

/// Every number that the page shows, from what is in the sheet itself.
pub fn figures(sheet: &CountySheet) -> Vec<CountyFigure> {
    let share = |stations, indicator, range: Option<Range>, n| {
        let of = |r: Range| Figure::new(indicator, "", Unit::Share, Ends::new(r.low, None, r.high), n);
        range.map(|r| CountyFigure { stations, figure: of(r) })
    };
    let mut all = vec![];
    all.extend(sheet.door.and_then(|d| share(d.stations, Indicator::Open, door::range(&d.minutes), d.days)));
    all.extend(sheet.rooms.and_then(|r| share(r.stations, Indicator::Used, rooms::range(&r.basis), r.basis.uses)));
    all.extend(sheet.held.and_then(|h| share(h.stations, Indicator::Held, held::range(&h.basis), h.basis.planned)));
    all.extend(sheet.weeks.iter().flat_map(week_figures));
    all
}

/// Visits per hundred residents, the share of hours, and each kind of contact.
fn week_figures(week: &CountyWeek) -> Vec<CountyFigure> {
    let visits = week.visits.and_then(|v| {
        let range = super::visits::per_100(v.low, v.high, v.residents)?;
        let ends = Ends::new(range.low, None, range.high);
        let figure = Figure::new(Indicator::Visits, &week.week, Unit::Per100, ends, v.residents);
        Some(CountyFigure { stations: v.stations, figure })
    });
    let hours = week.hours.and_then(|h| {
        let ends = |n: Noised| (n.value.saturating_sub(n.half), n.value.saturating_add(n.half));
        let (low, high) = ends(h.visited);
        let range = Range::of(low, high, i64::try_from(h.open).ok()?)?;
        let ends = Ends::new(range.low, None, range.high);
        let figure = Figure::new(Indicator::VisitedHours, &week.week, Unit::Share, ends, h.open);
        Some(CountyFigure { stations: h.stations, figure })
    });
    let contact = week.contact.iter().filter_map(|c| {
        let counted = poisson::published(c.count)?;
        // Counts are far below 2^53 (see `is_within_bounds`): exact as floats.
        let ends = Ends::new(counted.low, Some(counted.count as f64), counted.high);
        let part = format!("{}/{}", week.week, c.kind.word());
        let figure = Figure::new(Indicator::Contact, part, Unit::Count, ends, counted.count);
        Some(CountyFigure { stations: c.stations, figure })
    });
    visits.into_iter().chain(hours).chain(contact).collect()
}

/// The figures as CSV of RFC 4180, in UTF-8. Gaps are separated by spaces.
///
/// # Errors
/// If a row cannot be written, which memory running out alone could cause.
pub fn csv(sheet: &CountySheet) -> Result<String, Fault> {
    let decimal = |x: Option<f64>| x.map(|x| x.to_string()).unwrap_or_default();
    let rows = sheet.figures.iter().map(|CountyFigure { stations, figure: f }| {
        [
            sheet.code.to_string(),
            sheet.month.clone(),
            f.indicator.word().to_owned(),
            f.part.clone(),
            f.unit.word().to_owned(),
            decimal(Some(f.low)),
            decimal(f.value),
            decimal(Some(f.high)),
            f.n.to_string(),
            stations.to_string(),
            f.source.clone(),
            f.gaps.join(" "),
        ]
    });
    super::file::written(&COLUMNS, rows)
}

/// The sheet as it is published.
pub fn text(sheet: &CountySheet) -> String {
    Published::text(sheet)
}

impl Published for CountySheet {
    const FORMAT: &'static str = FORMAT;

    fn format(&self) -> &str {
        &self.format
    }

    fn sum(&mut self) -> &mut String {
        &mut self.sum
    }

    fn is_within_bounds(&self) -> bool {
        let month = Days::named(&self.month).is_some_and(|d| d.name() == self.month && !self.month.contains('W'));
        let counts = self.weeks.iter().flat_map(|w| &w.contact).all(|c| c.count < 1 << 50);
        let enough = (FEWEST_STATIONS..=self.of).contains(&self.stations);
        month && counts && enough && self.weeks.len() <= 5 && self.figures.len() <= 10_000
    }
}

#[cfg(test)]
mod tests {
    use super::super::contact::week;
    use super::super::sheet::tests::sheet;
    use super::*;

    fn with_desk(n: u64) -> MonthSheet {
        let mut one = sheet();
        one.weeks[0].contact = week("2026-W23", &[(Kind::Desk, n)]);
        one
    }

    #[test]
    fn fewer_than_three_stations_are_no_county() {
        assert_eq!(county(630_203, "2026-06", 5, &[sheet(), sheet()]), None);
        let three = county(630_203, "2026-06", 5, &[sheet(), sheet(), sheet()]).expect("a county");
        assert_eq!((three.stations, three.of), (3, 5));
        assert_eq!(three.door.map(|d| (d.stations, d.days, d.minutes.open)), Some((3, 90, 2_100)));
        assert_eq!(three.rooms.map(|r| r.basis.uses), Some(120));
        assert_eq!(three.held.map(|h| h.basis.planned), Some(36));
        let visits = three.weeks[0].visits.expect("visits");
        assert_eq!((visits.residents, visits.low), (12_000, Noised { value: 300, half: 27 }));
    }

    #[test]
    fn what_fewer_than_three_stations_have_is_not_added_up() {
        let nothing = MonthSheet { door: None, residents: None, weeks: vec![], ..sheet() };
        let made = county(63, "2026-06", 3, &[sheet(), sheet(), nothing]).expect("a county");
        assert_eq!((made.door, made.weeks[0].visits, made.weeks[0].hours), (None, None, None));
        assert!(made.weeks[0].contact.is_empty() && made.rooms.is_some());
        let hidden = county(63, "2026-06", 3, &[with_desk(50), with_desk(50), with_desk(9)]).expect("a county");
        assert!(hidden.weeks[0].contact.is_empty(), "the third hides its nine");
        let shown = county(63, "2026-06", 4, &[with_desk(50), with_desk(40), with_desk(9), with_desk(10)]);
        let contact = shown.expect("a county").weeks[0].contact.clone();
        assert_eq!(contact, [CountyContact { kind: Kind::Desk, stations: 3, count: 100 }]);
    }

    #[test]
    fn of_fewer_than_ten_planned_times_or_days_nothing_is_said() {
        let few = |planned| HeldBasis { planned, held: planned, ..HeldBasis::default() };
        let with = |n| MonthSheet { held: Some(few(n)), ..sheet() };
        let held = |all: &[MonthSheet]| county(63, "2026-06", 3, all).expect("a county").held;
        assert_eq!(held(&[with(3), with(3), with(3)]), None);
        assert_eq!(held(&[with(3), with(3), with(4)]).map(|h| h.basis.planned), Some(10));
    }

    #[test]
    fn in_which_order_stations_come_cannot_be_told() {
        let (a, b, c) = (with_desk(50), with_desk(40), with_desk(10));
        let of = |all: &[MonthSheet]| county(63, "2026-06", 3, all).map(|one| text(&one));
        assert_eq!(of(&[a.clone(), b.clone(), c.clone()]), of(&[c, a, b]));
    }

    #[test]
    fn a_county_is_read_back_as_it_was_and_has_a_row_for_each_figure() {
        let made = county(630_203, "2026-06", 3, &[sheet(), sheet(), sheet()]).expect("a county");
        let again = CountySheet::read(&text(&made)).expect("a sheet");
        assert_eq!((again.summed(), &again), (made.sum.clone(), &made));
        assert_eq!(figures(&again), made.figures);
        let rows = csv(&made).expect("csv");
        assert_eq!(rows.lines().count(), 1 + made.figures.len());
        let open = "630203,2026-06,open,,share,0.7,,0.9,90,3,door-events,unseen-is-unknown quarter-hours";
        assert_eq!(rows.lines().nth(1), Some(open));
    }
}
