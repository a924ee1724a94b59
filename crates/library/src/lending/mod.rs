//! 借还: who has a copy while they have it, who waits for a title, and what comes back. Given back, it is forgotten who had it.
pub mod rules;
mod store;
pub mod answers;
pub mod says;
pub mod acts;
#[cfg(test)]
mod tests;

pub use acts::{CHECKS, holding, jobs, to_call};
