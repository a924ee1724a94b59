//! Queries that ask for what cannot be.
use std::ops::RangeInclusive;

use kernel::api::{Problem, Wrong};
use kernel::form::Problems;
use kernel::view::View;

pub fn in_range(wrong: &mut Problems, field: &'static str, value: i64, range: RangeInclusive<i64>) {
    if !range.contains(&value) {
        let shown = vec![("least", range.start().to_string()), ("most", range.end().to_string())];
        wrong.add_with(field, "stations-out-of-range", shown);
    }
}

/// A query that asks for what cannot be: 400.
pub fn none_wrong(v: &View, wrong: Problems) -> Result<(), Wrong> {
    if wrong.none() { Ok(()) } else { Err(Problem { status: 400, ..Problem::fields(v, &wrong) }.into()) }
}
