//! What the groups of a fair share: which fair it is, what their pages and calls are made of.
pub mod answers;
pub mod text;
pub mod frame;

pub use answers::FairDay;
pub use frame::{Ctx, Frame};
