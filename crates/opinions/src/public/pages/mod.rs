//! What everybody and whoever has a receipt see. Data in, pages out.
mod parts;
mod next;
mod more;
mod seen;
mod new;
mod left;
mod follow;
mod list;
mod post;
mod paper;
mod home;
pub mod samples;

pub use follow::follow;
pub use home::home;
pub use left::{Left, Stands, left, slip};
pub use list::{Listed, list};
pub use new::{Saying, new};
pub use paper::paper;
pub use parts::Shown;
pub use post::post;
pub use seen::seen;
