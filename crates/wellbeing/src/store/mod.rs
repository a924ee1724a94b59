//! The rows. Each file has the queries of one table.
pub mod surveys;
pub mod households;
pub mod ballots;
pub mod answers;
pub mod hours;
pub mod tips;

use kernel::fault::Fault;

/// So many rows go into one statement.
const AT_ONCE: usize = 500;

/// A count as rows have it.
fn column(n: u32) -> Result<i32, Fault> {
    i32::try_from(n).map_err(Fault::broken)
}

/// A count of a row.
fn count<N>(n: N) -> Result<u32, Fault>
where
    u32: TryFrom<N>,
    <u32 as TryFrom<N>>::Error: std::fmt::Display,
{
    u32::try_from(n).map_err(Fault::broken)
}
