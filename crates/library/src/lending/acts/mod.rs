//! What changes: lending, giving back, renewing, waiting, what a device sends, what time decides.
mod told;
mod line;
mod lend;
mod back;
mod renew;
mod hold;
mod settings;
mod replay;
mod tasks;
mod call;
mod time;
mod forgetting;
mod check;

pub use back::{Back, back_within, give_back};
pub use call::{to_call, was_told};
pub use check::CHECKS;
pub use forgetting::holding;
pub use hold::{cancel_hold, hold, hold_within};
pub use lend::{Lending, LentOut, lend, lend_within, unnamed};
pub use line::mend_line;
pub use renew::renew;
pub use replay::{Entry, Replayed, pressed, replay};
pub use settings::{set_settings, want_history};
pub use tasks::settle_task;
pub use time::jobs;
