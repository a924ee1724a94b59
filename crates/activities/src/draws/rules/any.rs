//! A published draw of whichever rule: its sheet says which.
use jiff::Timestamp;
use kernel::lottery::{NotASheet, Verified};

use super::sheet::Sheet;
use super::stalls::{STALLS, StallSheet, verify_stalls};
use super::verify::verify;

/// What a draw was of, and how it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    pub station: String,
    pub title: String,
    pub starts_at: Timestamp,
    pub entries: usize,
    /// How many of them got what they asked for, and how many places that are.
    pub drawn: usize,
    pub places: i32,
    pub sum: String,
}

impl From<Sheet> for Summary {
    fn from(sheet: Sheet) -> Summary {
        let got = || sheet.results.iter().filter(|r| r.got);
        Summary {
            entries: sheet.entries.len(),
            drawn: got().count(),
            places: got().map(|r| i32::from(r.seats)).sum(),
            station: sheet.station,
            title: sheet.title,
            starts_at: sheet.starts_at,
            sum: sheet.sum,
        }
    }
}

impl From<StallSheet> for Summary {
    fn from(sheet: StallSheet) -> Summary {
        let got = || sheet.results.iter().filter(|r| r.code.is_some());
        Summary {
            entries: sheet.wishes.len(),
            drawn: got().count(),
            places: got().map(|_| 1).sum(),
            station: sheet.station,
            title: sheet.title,
            starts_at: sheet.starts_at,
            sum: sheet.sum,
        }
    }
}

#[derive(serde::Deserialize)]
struct Named {
    format: String,
}

/// Draws what was published again, places of a time or stalls of a fair.
pub fn verify_any(text: &str) -> Result<Verified<Summary>, NotASheet> {
    let named: Named = serde_json::from_str(text).map_err(|e| NotASheet(e.to_string()))?;
    match named.format.as_str() {
        STALLS => Ok(verify_stalls(text)?.map(Summary::from)),
        _ => Ok(verify(text)?.map(Summary::from)),
    }
}
