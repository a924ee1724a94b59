//! What is asked on a ticket's page, on a page of its own and at the machine, and what managers see. Data in, pages out.
mod ticket;
mod form;
pub mod kiosk;
pub mod desk;
pub(crate) mod samples;

pub use desk::open_line;
pub use form::{Form, form};
pub use samples::samples;
pub use ticket::on_ticket;
