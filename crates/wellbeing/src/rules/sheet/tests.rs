//! What figures a sheet has, and which no station publishes.
use jiff::civil::date;
use proptest::prelude::*;

use super::super::contact::{Kind, week};
use super::super::survey::result;
use super::super::survey::tests::{two_parts, wave};
use super::*;

/// A week of which nothing is known.
pub(crate) fn bare(name: &str) -> WeekBasis {
    WeekBasis { week: name.into(), visits: None, hours: None, contact: week(name, &[]) }
}

pub(crate) fn sheet() -> MonthSheet {
    let noised = |value| Noised { value, half: 9 };
    let one = |name: &str, low, high| WeekBasis {
        week: name.into(),
        visits: Some(NoisedWeek { low: noised(low), high: noised(high) }),
        hours: Some(NoisedHours { open: 40, visited: noised(25) }),
        contact: week(name, &[(Kind::Desk, 57), (Kind::Wish, 3)]),
    };
    MonthSheet {
        format: FORMAT.into(),
        station: "sanhe".into(),
        name_zh: "三合镇共享驿站".into(),
        name_en: "Sanhe".into(),
        month: "2026-06".into(),
        revision: 1,
        made_at: "2026-07-01T00:10:00Z".parse().expect("an instant"),
        residents: Some(Residents { count: 4_000, source: "年鉴".into(), as_of: date(2025, 12, 31) }),
        door: Some(Door {
            days: 30,
            minutes: DoorDay { promised: 1_000, open: 700, closed: 100, disputed: 50, reports: 4 },
        }),
        rooms: Some(RoomsBasis { open_min: 9_000, used_min: 3_000, unsure_min: 600, uses: 40, walk_ins: 12 }),
        fullest: None,
        held: Some(HeldBasis { planned: 12, held: 8, unknown: 2, late: 1, few: 1, called_off: 0 }),
        weeks: vec![one("2026-W23", 100, 140), one("2026-W24", 120, 160), bare("2026-W25"), bare("2026-W26")],
        survey: Some(result(&two_parts(), &wave(100, 70, &[]))),
        figures: vec![],
        before: None,
        changes: vec![],
        corrections: vec![],
        sum: String::new(),
    }
}

fn ends(all: &[Figure], indicator: Indicator, part: &str) -> (f64, Option<f64>, f64) {
    let f = all.iter().find(|f| f.indicator == indicator && f.part == part).expect("a figure");
    (f.low, f.value, f.high)
}

#[test]
fn each_figure_is_a_range_of_what_was_counted() {
    let all = figures(&sheet());
    assert_eq!(ends(&all, Indicator::Open, ""), (0.7, None, 0.9));
    assert_eq!(ends(&all, Indicator::Used, ""), (0.3333, None, 0.4));
    assert_eq!(ends(&all, Indicator::Held, ""), (0.6667, None, 0.8333));
    // (100 − 9) and (140 + 9) of 4,000; the month is the mean of both weeks.
    assert_eq!(ends(&all, Indicator::Visits, "2026-W23"), (2.275, None, 3.725));
    assert_eq!(ends(&all, Indicator::Visits, ""), (2.525, None, 3.975));
    assert_eq!(ends(&all, Indicator::VisitedHours, ""), (0.4, None, 0.85));
    let (low, value, high) = ends(&all, Indicator::Contact, "2026-W23/desk");
    assert!(low < 57.0 && value == Some(57.0) && high > 57.0);
    assert!(!all.iter().any(|f| f.part.ends_with("wish")), "three wishes are not shown");
    assert!(all.iter().all(|f| !f.source.is_empty() && !f.gaps.is_empty()));
}

#[test]
fn what_was_not_counted_has_no_figure_and_is_not_zero() {
    let nothing =
        MonthSheet { residents: None, door: None, rooms: None, held: None, weeks: vec![], survey: None, ..sheet() };
    assert!(figures(&nothing).is_empty());
    let nobody_promised = Door { days: 0, minutes: DoorDay::default() };
    assert!(figures(&MonthSheet { door: Some(nobody_promised), ..nothing }).is_empty());
}

#[test]
fn no_station_publishes_what_cannot_be() {
    let fits = sheet();
    assert!(fits.is_within_bounds());
    let mut other = fits.clone();
    other.month = "2026-W23".into();
    assert!(!other.is_within_bounds(), "a week is no month");
    let mut other = fits.clone();
    other.weeks.reverse();
    assert!(!other.is_within_bounds());
    let mut other = fits.clone();
    other.weeks[0].week = "2026-W28".into();
    assert!(!other.is_within_bounds(), "that week ends in July");
    let more = DoorDay { promised: 10, open: 8, closed: 3, ..DoorDay::default() };
    assert!(!MonthSheet { door: Some(Door { days: 1, minutes: more }), ..fits.clone() }.is_within_bounds());
    let held = HeldBasis { planned: 12, held: 13, ..HeldBasis::default() };
    assert!(!MonthSheet { held: Some(held), ..fits }.is_within_bounds());
}

proptest! {
    #[test]
    fn figures_are_ranges_that_are_read_back_from_a_file_as_they_were(
        values in prop::collection::vec((-20_i64..3_000, -20_i64..3_000, -20_i64..60, 0_u64..60), 0..5),
        residents in 1_u64..60_000,
    ) {
        let mut sheet = sheet();
        let names: Vec<String> = Days::weeks_ending_in(date(2026, 6, 1)).into_iter().map(Days::name).collect();
        sheet.residents = Some(Residents { count: residents, source: "年鉴".into(), as_of: date(2025, 12, 31) });
        sheet.weeks = values.iter().zip(&names).map(|((low, high, hours, open), name)| WeekBasis {
            week: name.clone(),
            visits: Some(NoisedWeek { low: Noised { value: *low, half: 9 }, high: Noised { value: *high, half: 9 } }),
            hours: Some(NoisedHours { open: *open, visited: Noised { value: *hours, half: 9 } }),
            contact: week(name, &[]),
        }).collect();
        sheet.figures = figures(&sheet);
        for f in &sheet.figures {
            prop_assert!(f.low >= 0.0 && f.low <= f.high && f.high.is_finite(), "{f:?}");
            prop_assert!(f.unit != Unit::Share || f.high <= 1.0, "{f:?}");
        }
        let again = MonthSheet::read(&sheet.text()).expect("a sheet");
        prop_assert_eq!(again, sheet);
    }
}
