//! All queries of the slice's core.
mod occurrences;
mod series;

pub use occurrences::{
    Occurrence, by_id as occurrence, hold as hold_occurrence, insert as insert_occurrence, of_series,
    set as set_occurrence,
};
pub use series::{Series, by_id as series, hold as hold_series, insert as insert_series};
