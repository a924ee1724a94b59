//! What residents and staff see of appointments. Data in, pages out.
mod times;
pub mod booking;
pub mod desk;
pub mod policy;
mod samples;

pub use samples::samples;
