//! What decides. Data in, decision out: no database, no HTTP, no clock of its own.
mod name;
mod number;
mod matter;
mod presence;
mod ticket;
mod drawing;
mod order;
mod refusal;
mod step;
mod coming;
mod visit;
mod fold;
mod text;
mod search;

pub use coming::{TRAVEL, come_at};
pub use drawing::Drawing;
pub use matter::{Draft, Kind, Matter, MatterId, NotAMatter, Paper, Ways};
pub use name::Name;
pub use number::{DeskId, Line, LineId, Number, OfficialId};
pub use order::{Candidate, GRACE, MOST_FAVOURED, Next, after_miss, next};
pub use presence::{Declared, Presence, Shown, Source, TRUSTED_PAST_RETURN, Undeclarable, declare, shown};
pub use refusal::Refusal;
pub use search::{Found, Index};
pub use step::{Done, Step, UNDO, apply, can_undo};
pub use text::{Unread, read_text, write_text};
pub use ticket::{Outcome, Place, Priority, State, Ticket, Way};
pub use visit::{Interval, Spent, Waste, is_wasted, spent};
