//! What managers send about months: a number of residents with its source, and why a month is corrected. Read and checked in one place,
//! for the pages' forms and for programs.
use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::form::Problems;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::months::rules::{LONGEST_SOURCE, MOST_PEOPLE, WHY, checked_why};
use crate::rules::sheet::Residents;

/// Older statistics say nothing of who lives here now.
const OLDEST_YEARS: i64 = 30;

/// How many people live in the township, as a statistic says: a number of official statistics, never people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewResidents {
    /// How many.
    #[schema(minimum = 1, maximum = 10_000_000, example = 4_000)]
    pub people: u64,
    /// Which statistic says so.
    #[schema(min_length = 1, max_length = 200, example = "2025 年统计年报")]
    pub source: String,
    /// Of which day the statistic is; not later than today.
    #[schema(value_type = String, format = Date, example = "2025-12-31")]
    pub as_of: Date,
}

impl NewResidents {
    /// # Errors
    /// Field by field, what cannot be so.
    pub fn checked(&self, today: Date) -> Result<Residents, Problems> {
        let mut p = Problems::default();
        if !(1..=MOST_PEOPLE).contains(&self.people) {
            p.add_with("people", "county-wrong-people", vec![("most", MOST_PEOPLE.to_string())]);
        }
        if !(today.saturating_sub(OLDEST_YEARS.years())..=today).contains(&self.as_of) {
            p.add("as_of", "county-wrong-day");
        }
        let source = self.source.split_whitespace().collect::<Vec<_>>().join(" ");
        if !(1..=LONGEST_SOURCE).contains(&source.chars().count()) || source.chars().any(hides) {
            p.add_with(
                "source",
                "county-wrong-source",
                vec![("from", 1.to_string()), ("to", LONGEST_SOURCE.to_string())],
            );
        }
        p.or_else_all(Some(Residents { count: self.people, source, as_of: self.as_of }))
    }
}

/// Why a published month is corrected; it stands beside every figure that the correction changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewMonthCorrection)]
pub struct NewCorrection {
    /// For everybody to read: name nobody.
    #[schema(min_length = 3, max_length = 300, example = "三天的场地记录补录了")]
    pub why: String,
    /// `seen` of the preview that somebody has looked at. If the correction would change something else by now, nothing is published.
    pub seen: String,
}

impl NewCorrection {
    /// Why, as one line.
    ///
    /// # Errors
    /// Field by field, what cannot be so.
    pub fn checked(&self) -> Result<String, Problems> {
        let mut p = Problems::default();
        let why = checked_why(&self.why).ok();
        if why.is_none() {
            p.add_with("why", "county-wrong-why", vec![("from", WHY.0.to_string()), ("to", WHY.1.to_string())]);
        }
        p.or_else_all(why)
    }
}

/// Marks that turn or hide what stands beside them.
fn hides(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        || c.is_control()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 7, 2);

    fn wrong(new: &NewResidents) -> Vec<&'static str> {
        let house = kernel::testing::on_sqlite(&[], &crate::texts());
        let v = kernel::view::View::plain(&house, kernel::words::Lang::Zh);
        new.checked(TODAY).err().map(|p| p.fields(&v).map(|(field, _)| field).collect()).unwrap_or_default()
    }

    #[test]
    fn a_number_of_residents_has_a_source_and_a_day_that_has_been() {
        let fits = NewResidents { people: 4_000, source: " 2025 年  统计年报 ".into(), as_of: date(2025, 12, 31) };
        assert_eq!(fits.checked(TODAY).map(|r| (r.count, r.source)), Ok((4_000, "2025 年 统计年报".to_owned())));
        assert_eq!(wrong(&NewResidents { people: 0, ..fits.clone() }), ["people"]);
        assert_eq!(wrong(&NewResidents { people: MOST_PEOPLE + 1, ..fits.clone() }), ["people"]);
        assert_eq!(wrong(&NewResidents { as_of: date(2026, 7, 3), ..fits.clone() }), ["as_of"]);
        assert_eq!(wrong(&NewResidents { as_of: date(1995, 1, 1), ..fits.clone() }), ["as_of"]);
        for source in ["", "  ", "a\u{202e}b", &"年".repeat(201)] {
            assert_eq!(wrong(&NewResidents { source: source.into(), ..fits.clone() }), ["source"], "{source:?}");
        }
    }

    #[test]
    fn a_correction_says_why() {
        let new = |why: &str| NewCorrection { why: why.into(), seen: String::new() };
        assert_eq!(new(" 补录了 \n 三天 ").checked().as_deref(), Ok("补录了 三天"));
        for why in ["", "补录", "补录了\u{200b}", &"因".repeat(301)] {
            assert!(new(why).checked().is_err(), "{why:?}");
        }
    }
}
