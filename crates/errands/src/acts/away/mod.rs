//! An official leaves, is late, comes back: what becomes of whoever waits for them. Each is told, in the transaction of what the
//! official says; so nobody leaves before everybody who relies on them is provided for.
mod rules;
mod whom;
mod facts;
mod told;
mod leave;
mod back;
mod late;
mod instead;

pub(in crate::acts) use back::{back, release_if_in, tell_return};
pub use facts::{Hit, hit};
pub(in crate::acts) use instead::keep as keep_instead;
pub use instead::ways;
pub(in crate::acts) use late::late;
pub(in crate::acts) use leave::leave;
pub use leave::{Decided, Settled};
pub use rules::{Case, Decision, Instead};
pub(crate) use whom::BOOKING_PHONE;
