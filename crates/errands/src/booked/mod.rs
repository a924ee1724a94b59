//! 预约: a ticket of a later time, mixed with those of whoever just comes.
//!
//! An appointment is a ticket: it takes the next number of its own day's line at once. Free times are stored nowhere: they are the
//! hours of the line and of those who work there, without what is booked already. The pages and the API are in `appointments`.
pub mod rules;
mod schema;
mod store;
pub mod answers;
pub(crate) mod says;
mod tell;
pub mod acts;
#[cfg(test)]
mod tests;

pub(crate) use acts::{erase, export};
