//! What decides. Pure.
mod decide;
mod relay;

pub use decide::{Case, Decision, Instead};
pub use relay::{Laid, Waits, relay};
