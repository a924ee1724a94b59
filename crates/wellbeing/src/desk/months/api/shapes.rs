//! What calls answer.
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use crate::desk::months::reads::{Desk, Differs};
use crate::months::answers::MonthRow;
use crate::rules::figure::Ends;
use crate::rules::period::Days;
use crate::rules::sheet::{Correction, Residents};

/// A revision of a month that was published.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskMonth)]
pub struct MonthShape {
    #[schema(example = "2026-06")]
    pub month: String,
    /// From 1; each correction is the next.
    pub revision: u32,
    #[schema(value_type = String, format = DateTime)]
    pub made_at: Timestamp,
    /// Of a correction; null for the first. `late-facts` is the one that the program makes by itself.
    pub why: Option<String>,
}

/// Which month is made next, and when.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskMonthNext)]
pub struct NextShape {
    #[schema(example = "2026-07")]
    pub month: String,
    /// Not before this instant.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

/// How many people live in the township.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TownshipResidents)]
pub struct ResidentsShape {
    pub people: u64,
    /// Which statistic says so.
    pub source: String,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
}

/// What managers see of months.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskMonths)]
pub struct DeskShape {
    pub next: NextShape,
    /// All revisions: the newest month first, and of each month the newest revision.
    pub months: Vec<MonthShape>,
    /// The newest statistic first.
    pub residents: Vec<ResidentsShape>,
}

/// 2026-06
fn name(month: Date) -> String {
    Days::month(month).name()
}

impl DeskShape {
    pub fn of(desk: &Desk) -> DeskShape {
        let month = |one: &MonthRow| MonthShape {
            month: name(one.month),
            revision: one.revision,
            made_at: one.made_at,
            why: (!one.why.is_empty()).then(|| one.why.clone()),
        };
        let residents =
            |one: &Residents| ResidentsShape { people: one.count, source: one.source.clone(), as_of: one.as_of };
        DeskShape {
            next: NextShape { month: name(desk.next.0), at: desk.next.1 },
            months: desk.months.iter().map(month).collect(),
            residents: desk.residents.iter().map(residents).collect(),
        }
    }
}

/// A range; `value` is null where there is no reason to take one number of it rather than another.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MonthRange)]
pub struct EndsShape {
    pub low: f64,
    pub value: Option<f64>,
    pub high: f64,
}

/// A figure that would change.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MonthDifference)]
pub struct DifferenceShape {
    /// As in the month's sheet.
    #[schema(example = "open")]
    pub indicator: &'static str,
    /// Empty for the month; `2026-W23` for a week, `2026-W23/desk` for a kind of contact.
    pub part: String,
    /// Null if there is no such figure yet.
    pub was: Option<EndsShape>,
    /// Null if there is none any more.
    pub is: Option<EndsShape>,
}

/// What a correction would change.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MonthDifferences)]
pub struct DiffersShape {
    #[schema(example = "2026-06")]
    pub month: String,
    /// To be sent with the correction: it stands for exactly these changes.
    pub seen: String,
    pub figures: Vec<DifferenceShape>,
}

impl DiffersShape {
    pub fn of(month: Date, differs: &Differs) -> DiffersShape {
        let ends = |e: Ends| EndsShape { low: e.low, value: e.value, high: e.high };
        let one = |c: &Correction| DifferenceShape {
            indicator: c.indicator.word(),
            part: c.part.clone(),
            was: c.was.map(ends),
            is: c.is.map(ends),
        };
        DiffersShape { month: name(month), seen: differs.seen.clone(), figures: differs.all.iter().map(one).collect() }
    }
}

/// A correction that was published.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MonthCorrected)]
pub struct CorrectedShape {
    #[schema(example = "2026-06")]
    pub month: String,
    /// The revision that everybody sees now.
    pub revision: u32,
}

impl CorrectedShape {
    pub fn of(month: Date, revision: u32) -> CorrectedShape {
        CorrectedShape { month: name(month), revision }
    }
}
