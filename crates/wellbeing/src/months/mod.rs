//! Months and counties: gathered from facts, fixed on the first, corrected in the open.
pub mod rules;
mod store;
mod says;
mod facts;
mod gather;
mod anew;
mod county;
pub mod answers;
pub mod acts;
mod jobs;
mod checks;
#[cfg(test)]
mod tests;

pub use checks::CHECKS;
pub use jobs::jobs;
