//! A figure as it is published: a range with its n, where it comes from and what it does not see.
use serde::{Deserialize, Serialize};

/// What is looked at. They stand side by side: they have no order and are never added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Indicator {
    /// 大门常开.
    Open,
    /// 场所常用.
    Used,
    /// 活动常办.
    Held,
    /// 群众常来, visits per hundred residents and week.
    Visits,
    /// 群众常来, the share of open hours in which somebody came.
    VisitedHours,
    /// How often staff and residents had to do with each other, by week and kind.
    Contact,
    /// 幸福指数: satisfaction with life, from 0 to 10.
    Satisfaction,
    /// How many of those who were asked answered.
    Response,
}

impl Indicator {
    pub const ALL: [Indicator; 8] = [
        Indicator::Open,
        Indicator::Used,
        Indicator::Held,
        Indicator::Visits,
        Indicator::VisitedHours,
        Indicator::Contact,
        Indicator::Satisfaction,
        Indicator::Response,
    ];

    /// As files, addresses and programs say it.
    pub fn word(self) -> &'static str {
        match self {
            Indicator::Open => "open",
            Indicator::Used => "used",
            Indicator::Held => "held",
            Indicator::Visits => "visits",
            Indicator::VisitedHours => "visited-hours",
            Indicator::Contact => "contact",
            Indicator::Satisfaction => "satisfaction",
            Indicator::Response => "response",
        }
    }

    /// Where it comes from: a key of the dictionary.
    pub fn source(self) -> &'static str {
        match self {
            Indicator::Open => "door-events",
            Indicator::Used => "room-facts",
            Indicator::Held => "activity-facts",
            Indicator::Visits | Indicator::VisitedHours => "visit-facts",
            Indicator::Contact => "contact-facts",
            Indicator::Satisfaction | Indicator::Response => "household-survey",
        }
    }

    /// What it does not see: keys of the dictionary.
    pub fn gaps(self) -> &'static [&'static str] {
        match self {
            Indicator::Open => &["unseen-is-unknown", "quarter-hours"],
            Indicator::Used => &["booked-is-not-come", "own-use-inside"],
            Indicator::Held => &["uncounted", "not-announced-here"],
            Indicator::Visits => &["unseen-visits", "same-person-twice", "lent-by-quarter", "noise"],
            Indicator::VisitedHours => &["unseen-visits", "noise"],
            Indicator::Contact => &["recorded-only", "not-independent", "under-ten-hidden"],
            Indicator::Satisfaction => &["non-response", "one-question", "suggested-answers"],
            Indicator::Response => &["list-of-households"],
        }
    }
}

/// What a figure is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Between 0 and 1.
    Share,
    /// Per hundred residents.
    Per100,
    Count,
    /// Of the scale from 0 to 10.
    Points,
}

impl Unit {
    pub fn word(self) -> &'static str {
        match self {
            Unit::Share => "share",
            Unit::Per100 => "per100",
            Unit::Count => "count",
            Unit::Points => "points",
        }
    }
}

/// One range with all that has to stand beside it. All numbers have four decimals at most.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub indicator: Indicator,
    /// Empty for the whole; `2026-W23` for a week, `2026-W23/desk` for a kind of contact, `bounds` or `0-4` in the survey.
    pub part: String,
    pub unit: Unit,
    pub low: f64,
    /// Nothing where there is no reason to take one number of the range rather than another.
    pub value: Option<f64>,
    pub high: f64,
    /// Of how many; the dictionary says of what, for each indicator.
    pub n: u64,
    pub source: String,
    pub gaps: Vec<String>,
}

/// The ends of a figure, and its value where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ends {
    pub low: f64,
    pub value: Option<f64>,
    pub high: f64,
}

impl Ends {
    /// Rounded, as everything that is published.
    pub fn new(low: f64, value: Option<f64>, high: f64) -> Ends {
        Ends { low: rounded(low), value: value.map(rounded), high: rounded(high) }
    }

    /// Whether both are the same but for the last decimal: another machine's logarithm may round it the other way.
    pub fn is_nearly(&self, other: &Ends) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() <= 1.5 / PLACES;
        let value = match (self.value, other.value) {
            (Some(a), Some(b)) => near(a, b),
            (None, None) => true,
            _ => false,
        };
        value && near(self.low, other.low) && near(self.high, other.high)
    }
}

impl Figure {
    pub fn new(indicator: Indicator, part: impl Into<String>, unit: Unit, ends: Ends, n: u64) -> Figure {
        let gaps = indicator.gaps().iter().map(|gap| (*gap).to_owned()).collect();
        let Ends { low, value, high } = ends;
        Figure { indicator, part: part.into(), unit, low, value, high, n, source: indicator.source().to_owned(), gaps }
    }

    pub fn ends(&self) -> Ends {
        Ends { low: self.low, value: self.value, high: self.high }
    }

    /// Whether both could be the same number. Ranges that touch could.
    pub fn overlaps(&self, other: &Figure) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Whether both say the same, but for the last decimal.
    pub fn is_nearly(&self, other: &Figure) -> bool {
        let rest = |f: &Figure| (f.indicator, f.part.clone(), f.unit, f.n, f.source.clone(), f.gaps.clone());
        self.ends().is_nearly(&other.ends()) && rest(self) == rest(other)
    }
}

/// Four decimals.
const PLACES: f64 = 10_000.0;

/// To four decimals, half away from zero: decimals as short as these are read back from a file as they were written.
pub fn rounded(x: f64) -> f64 {
    // Adding zero turns −0 into 0.
    (x * PLACES).round() / PLACES + 0.0
}

/// The lower end of a range: rounded down, so that nothing is said to be more than is known.
pub fn printed_low(x: f64, decimals: u8) -> String {
    let scale = 10_f64.powi(i32::from(decimals));
    // Four decimals are published: what is less than that is none.
    printed((x * scale + 1e-6).floor() / scale, decimals)
}

/// The upper end: rounded up.
pub fn printed_high(x: f64, decimals: u8) -> String {
    let scale = 10_f64.powi(i32::from(decimals));
    printed((x * scale - 1e-6).ceil() / scale, decimals)
}

/// As pages print it, with so many decimals, half away from zero: `{:.2}` alone would print the nearest even digit.
pub fn printed(x: f64, decimals: u8) -> String {
    let scale = 10_f64.powi(i32::from(decimals));
    let exact = (x * scale).round() / scale + 0.0;
    format!("{exact:.*}", usize::from(decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_up_and_there_is_no_zero_below_zero() {
        assert_eq!(printed(7.125, 2), "7.13");
        assert_eq!(printed(-0.001, 1), "0.0");
        assert_eq!(rounded(0.123_45), 0.123_5);
        assert!(rounded(-0.000_01).is_sign_positive());
    }

    #[test]
    fn only_the_last_decimal_may_differ() {
        let ends = |low| Ends::new(low, Some(0.5), 0.9);
        assert!(ends(0.1).is_nearly(&ends(0.1001)));
        assert!(!ends(0.1).is_nearly(&ends(0.1002)));
        assert!(!ends(0.1).is_nearly(&Ends { value: None, ..ends(0.1) }));
    }

    #[test]
    fn each_indicator_has_a_word_of_its_own_that_files_use_too() {
        let words: std::collections::BTreeSet<&str> = Indicator::ALL.iter().map(|i| i.word()).collect();
        assert_eq!(words.len(), Indicator::ALL.len());
        for indicator in Indicator::ALL {
            assert_eq!(serde_json::to_string(&indicator).expect("json"), format!("\"{}\"", indicator.word()));
            assert!(!indicator.gaps().is_empty(), "nothing sees everything");
        }
        for unit in [Unit::Share, Unit::Per100, Unit::Count, Unit::Points] {
            assert_eq!(serde_json::to_string(&unit).expect("json"), format!("\"{}\"", unit.word()));
        }
    }
}
