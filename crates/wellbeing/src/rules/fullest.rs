//! When which offering is fullest: said to whoever wonders when to come, and to nobody as praise or blame.
use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::civil::{Time, Weekday};
use kernel::share::FEWEST;
use serde::{Deserialize, Serialize};

/// A part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Until twelve.
    Morning = 0,
    /// Until six.
    Afternoon = 1,
    Evening = 2,
}

impl Part {
    pub const ALL: [Part; 3] = [Part::Morning, Part::Afternoon, Part::Evening];

    /// In which part a time lies; what begins at twelve is in the afternoon.
    pub fn of(time: Time) -> Part {
        match time.hour() {
            ..12 => Part::Morning,
            12..18 => Part::Afternoon,
            18.. => Part::Evening,
        }
    }

    /// As files and programs call it.
    pub fn word(self) -> &'static str {
        match self {
            Part::Morning => "morning",
            Part::Afternoon => "afternoon",
            Part::Evening => "evening",
        }
    }
}

/// What an offering saw in one part of one day of the week, of a period or of a piece of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub weekday: Weekday,
    pub part: Part,
    pub offering: String,
    pub used_min: i64,
    /// Minutes of opening times units.
    pub open_min: i64,
    pub uses: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fullest {
    /// From 1, Monday, to 7.
    #[serde(with = "number")]
    pub weekday: Weekday,
    pub part: Part,
    /// By its name in Chinese; [`fullest`] leaves here what the cells had.
    pub offering: String,
    /// By its name in English, if it has one.
    pub offering_en: String,
    pub used_min: i64,
    pub open_min: i64,
    pub uses: u64,
}

/// Of what was used ten times or more the one with the largest share of its open time; pieces of the same are added up first.
/// Nothing if there is none, or if two are equally full: none of them is the fullest then.
pub fn fullest(cells: &[Cell]) -> Option<Fullest> {
    let (mut best, mut tied): (Option<Fullest>, bool) = (None, false);
    for one in added_up(cells) {
        if one.open_min <= 0 || one.uses < FEWEST as u64 {
            continue;
        }
        match best.as_ref().map_or(Ordering::Greater, |best| fuller(&one, best)) {
            Ordering::Greater => (best, tied) = (Some(one), false),
            Ordering::Equal => tied = true,
            Ordering::Less => {}
        }
    }
    best.filter(|_| !tied)
}

/// What a revision says that was fullest, after the revisions `before`, the oldest first: what the last one said, if the same or another
/// would tell of fewer than ten who came or went.
pub fn after(before: &[Option<Fullest>], now: Option<Fullest>) -> Option<Fullest> {
    let last = || before.last().cloned().flatten();
    let Some(is) = now else { return last() };
    let few = FEWEST as u64;
    let slot = |of: &Fullest| (of.weekday, of.part, of.offering.clone());
    let same = || before.iter().flatten().filter(|was| slot(was) == slot(&is));
    let follows = match (before.last(), same().next()) {
        (None, _) => true,
        // It was shown: as it is, or ten or more apart.
        (Some(_), Some(_)) => same().all(|was| *was == is || was.uses.abs_diff(is.uses) >= few),
        // Nine were hidden, perhaps.
        (Some(_), None) => is.uses >= 2 * few - 1,
    };
    if follows { Some(is) } else { last() }
}

/// Compares shares without dividing, so that equal ones are equal. More than full is full: uses may go on after closing.
fn fuller(a: &Fullest, b: &Fullest) -> Ordering {
    let used = |of: &Fullest| i128::from(of.used_min.clamp(0, of.open_min));
    (used(a) * i128::from(b.open_min)).cmp(&(used(b) * i128::from(a.open_min)))
}

fn added_up(cells: &[Cell]) -> impl Iterator<Item = Fullest> + use<> {
    let mut all: BTreeMap<(i8, Part, String), Fullest> = BTreeMap::new();
    for cell in cells {
        let Cell { weekday, part, offering, .. } = cell.clone();
        let key = (weekday.to_monday_one_offset(), part, offering.clone());
        let offering_en = String::new();
        let nothing = Fullest { weekday, part, offering, offering_en, used_min: 0, open_min: 0, uses: 0 };
        let sum = all.entry(key).or_insert(nothing);
        sum.used_min = sum.used_min.saturating_add(cell.used_min);
        sum.open_min = sum.open_min.saturating_add(cell.open_min);
        sum.uses = sum.uses.saturating_add(cell.uses);
    }
    all.into_values()
}

/// Days of the week as numbers: what is published must not depend on a language.
mod number {
    use jiff::civil::Weekday;
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(day: &Weekday, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_i8(day.to_monday_one_offset())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Weekday, D::Error> {
        Weekday::from_monday_one_offset(i8::deserialize(d)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;
    use proptest::prelude::*;

    use super::*;

    fn cell(weekday: Weekday, offering: &str, (used_min, open_min): (i64, i64), uses: u64) -> Cell {
        Cell { weekday, part: Part::Evening, offering: offering.to_owned(), used_min, open_min, uses }
    }

    #[test]
    fn the_fullest_is_that_with_the_largest_share_not_the_most_minutes() {
        let cells = [
            cell(Weekday::Friday, "court", (900, 2000), 15),
            cell(Weekday::Saturday, "table", (400, 480), 12),
            cell(Weekday::Sunday, "stage", (60, 60), 9),
        ];
        let found = fullest(&cells).expect("one is fuller than the other");
        assert_eq!((found.weekday, found.offering.as_str(), found.uses), (Weekday::Saturday, "table", 12));
        assert_eq!(fullest(&cells[2..]), None, "of nine uses nothing is said");
        assert_eq!(fullest(&[]), None);
    }

    #[test]
    fn of_two_equally_full_none_is_the_fullest() {
        let (a, b) = (cell(Weekday::Monday, "a", (100, 300), 10), cell(Weekday::Tuesday, "b", (200, 600), 20));
        assert_eq!(fullest(&[a.clone(), b.clone()]), None);
        let over = [cell(Weekday::Monday, "a", (350, 300), 10), cell(Weekday::Tuesday, "b", (600, 600), 20)];
        assert_eq!(fullest(&over), None, "more than full is full");
        let fuller = cell(Weekday::Sunday, "c", (500, 600), 30);
        assert_eq!(fullest(&[a, fuller, b]).map(|f| f.offering), Some("c".to_owned()), "those behind may be tied");
    }

    #[test]
    fn pieces_are_added_up_before_they_are_judged() {
        let piece = cell(Weekday::Monday, "a", (100, 300), 5);
        let whole = fullest(&[piece.clone(), piece]).expect("ten uses together");
        assert_eq!((whole.used_min, whole.open_min, whole.uses), (200, 600, 10));
        assert_eq!(fullest(&[cell(Weekday::Monday, "a", (100, 0), 50)]), None, "it was never open");
    }

    #[test]
    fn a_correction_of_a_few_does_not_change_what_was_fullest() {
        let of = |day, uses| fullest(&[cell(day, "a", (100, 300), uses)]);
        let was = [of(Weekday::Monday, 12)];
        assert_eq!(after(&was, of(Weekday::Monday, 21)), was[0], "nine more");
        assert_eq!(after(&was, of(Weekday::Monday, 22)).map(|f| f.uses), Some(22));
        assert_eq!(after(&was, of(Weekday::Friday, 18)), was[0], "nine of them may have been hidden");
        assert_eq!(after(&was, of(Weekday::Friday, 19)).map(|f| f.uses), Some(19));
        assert_eq!(after(&was, None), was[0]);
        assert_eq!(after(&[None], of(Weekday::Monday, 18)), None);
        assert_eq!(after(&[], of(Weekday::Monday, 10)).map(|f| f.uses), Some(10));
    }

    #[test]
    fn a_day_has_three_parts_and_a_day_of_the_week_is_a_number() {
        let parts = [(0, 0), (11, 59), (12, 0), (17, 59), (18, 0), (23, 59)].map(|(h, m)| Part::of(time(h, m, 0, 0)));
        assert_eq!(parts, [0, 0, 1, 1, 2, 2].map(|n: usize| Part::ALL[n]));
        let found = fullest(&[cell(Weekday::Sunday, "a", (1, 2), 10)]).expect("one");
        let written = serde_json::to_value(&found).expect("written");
        assert_eq!((&written["weekday"], &written["part"]), (&7.into(), &Part::Evening.word().into()));
        assert_eq!(serde_json::from_value::<Fullest>(written.clone()).expect("read"), found);
        let mut odd = written;
        odd["weekday"] = 8.into();
        assert!(serde_json::from_value::<Fullest>(odd).is_err());
    }

    proptest! {
        #[test]
        fn the_order_does_not_matter_and_nothing_is_fuller(
            cells in proptest::collection::vec((0..4i8, 0..50i64, 1..50i64, 5..20u64), 0..12)
        ) {
            let days = Weekday::Monday.cycle_forward().take(4).collect::<Vec<_>>();
            let made = |(day, used, open, uses): &(i8, i64, i64, u64)| {
                cell(days[usize::try_from(*day).expect("a day")], "x", (*used, *open), *uses)
            };
            let there: Vec<Cell> = cells.iter().map(made).collect();
            let back: Vec<Cell> = cells.iter().rev().map(made).collect();
            let found = fullest(&there);
            prop_assert_eq!(&found, &fullest(&back));
            if let Some(found) = found {
                prop_assert!(found.uses >= 10);
                for other in added_up(&there).filter(|f| f.uses >= 10 && f.weekday != found.weekday) {
                    prop_assert_eq!(fuller(&found, &other), Ordering::Greater);
                }
            }
        }
    }
}
