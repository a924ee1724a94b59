//! When a walk may begin, what is odd about what was scanned, and what becomes of each copy at the end. Pure.
mod refusal;
mod walk;
mod scan;
mod ending;
#[cfg(test)]
mod tests;

pub use ending::{Becomes, Progress, Standing};
pub use refusal::NoStocktake;
pub use scan::{Odd, ScanFacts, odd};
pub use walk::{Stocktake, may_begin};

/// So many barcodes are taken in at once.
pub const MOST_AT_ONCE: usize = 200;
