//! The desk's pages. Data in, pages out.
mod ctx;
mod inbox;
mod history;
mod case;
mod next;
mod public;
mod others;
mod one;
mod print;
mod decide;
mod paper;
mod setup;
mod month;
mod samples;

pub use case::One;
pub use ctx::Ctx;
pub use decide::decide;
pub use inbox::{Inbox, Show, inbox};
pub use month::{MonthPage, month, month_sheet};
pub use one::one;
pub use paper::{Paper, paper, receipt};
pub use print::{Printed, sheet};
pub use samples::samples;
pub use setup::{Categories, categories, category, template, templates};
