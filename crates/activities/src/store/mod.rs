//! All queries of the slice's core.
mod series;
mod occurrences;

pub use occurrences::{
    Occurrence, between, by_id as occurrence, by_ids as occurrences, coming, hold as hold_occurrence, hold_of_series,
    holding, insert as insert_occurrence, of_series, on_next, past, set as set_occurrence,
};
pub use series::{
    Series, by_id as series, by_ids as series_of, due, hold as hold_series, insert as insert_series, set as set_series,
};
