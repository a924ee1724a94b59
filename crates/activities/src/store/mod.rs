//! All queries of the slice's core.
mod series;
mod occurrences;
mod calendar;

pub use calendar::{between, coming, holding, on_next, past};
pub use occurrences::{
    Occurrence, by_id as occurrence, by_ids as occurrences, hold as hold_occurrence, hold_of_series,
    insert as insert_occurrence, of_series, set as set_occurrence,
};
pub use series::{
    Series, by_id as series, by_ids as series_of, due, hold as hold_series, insert as insert_series, set as set_series,
};
