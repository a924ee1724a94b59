//! What residents see. Data in, pages out.
mod frame;
mod people;
mod list;
pub(crate) mod papers;
mod matter;
mod ticket;
mod parts;
mod samples;

pub use frame::{Frame, matter_path, ticket_path};
pub use list::list;
pub use matter::matter;
pub use parts::{hint, home, mine};
pub use people::officials;
pub use samples::samples;
pub use ticket::{Tried, ticket};
