//! What people see.
pub mod home;
pub mod about;
pub mod directory;
pub mod poster;
pub mod edit;
pub mod owners;
mod samples;

pub use samples::{sample_station, samples};
