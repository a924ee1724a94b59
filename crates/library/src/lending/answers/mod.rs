//! What pages ask about lending: what somebody has and waits for, how a copy stands, what clerks have to look at.
mod days;
mod loans;
mod holds;
mod copies;
mod reader;
mod tasks;

pub use copies::{CopyState, copy_state, copy_states, elsewhere};
pub use days::{at_hour, day_of, due_on, is_open, kept_until, settings};
pub use holds::{HoldSeen, holds_of, line_of, ready_holds};
pub(super) use loans::late;
pub use loans::{LoanSeen, loans_of, overdue};
pub use reader::{Read, Reader, at_reader, history_of};
pub use tasks::{Task, open_tasks};
