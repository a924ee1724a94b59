//! What may be asked, and how it is read. Pure: pairs of names and values in, what was meant out.
mod no;
mod given;
mod dates;
mod query;
mod report;
mod partner;
#[cfg(test)]
mod tests;

pub use dates::{LONGEST, Span, w3c};
pub use given::Given;
pub use no::{No, PLACE_FIELDS};
pub use partner::{MOST_LIVE, NoPartner};
pub use query::{MOST_IDS, MOST_ROWS, Query, USUAL_ROWS, query};
pub use report::{MAY_PUBLISH, MOST_IN_A_PLACE, MOST_IN_A_TEXT, NO, Report, YES, report};
