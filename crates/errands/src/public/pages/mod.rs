//! What residents see. Data in, pages out.
mod frame;
mod people;
mod list;
pub(crate) mod papers;
mod matter;
mod ticket;
mod parts;
pub(crate) mod samples;

pub use frame::{Frame, appointments_path, matter_path, ticket_path};
pub use list::list;
pub use matter::matter;
pub use parts::{hint, home, mine};
pub use people::officials;
pub use samples::samples;
pub use ticket::{Tried, ticket};
