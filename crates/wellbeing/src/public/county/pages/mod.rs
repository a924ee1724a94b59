//! The pages of a county. Data in, pages out.
mod list;
mod month;
mod samples;

pub use list::list;
pub use month::month;
pub use samples::samples;
#[cfg(test)]
pub use samples::sheet as sample_sheet;
