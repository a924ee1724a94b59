//! What residents see of rooms. Data in, pages out.
mod frame;
mod lists;
pub mod choices;
mod booking;
mod week;
mod receipt;
mod code;
mod mine;
pub mod samples;

pub use booking::{Booking, booking};
pub use choices::{lengths, start};
pub use code::{Held, code, too_late};
pub use frame::Frame;
pub use lists::{home, overview};
pub use mine::mine;
pub use receipt::{post, receipt};
pub use samples::{sample_look, sample_station, samples};
pub use week::week;
