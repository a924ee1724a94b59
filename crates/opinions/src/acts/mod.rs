//! The acts, each one transaction: hold -> facts -> rule -> keep -> the opinion's own history. No event of the station tells of any
//! of them: those are read by all staff.
mod doing;
mod once;
mod named;
mod leave;
mod reporter;
mod contact;
mod erase;
mod publish;
mod hide;
mod handle;
mod look;
mod setup;
mod retire;
mod time;
mod check;
mod forgetting;

pub use check::CHECKS;
pub use doing::Doing;
pub use forgetting::holding;
pub use handle::{answer, ask, assign, merge, note, out_of_scope, screen, take_up};
pub use hide::{appeal, ask_hide, decide_appeal, decide_hide};
pub use leave::{Left, New, leave};
pub use look::looked;
pub use named::{add_named, unlike};
pub use publish::{PublicText, allow_public, write_public};
pub use reporter::{dispute, reply, set_phone, solved, withdraw};
#[cfg(any(test, feature = "testing"))]
pub(crate) use setup::start;
pub use setup::{CategoryDraft, STARTERS, Starter, drop_template, set_category, set_setting, set_template, starter};
pub use time::jobs;
