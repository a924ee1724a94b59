//! Why a rule says no, with what is needed to say what works.
use jiff::Timestamp;

use super::presence::Undeclarable;
use super::ticket::State;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The step does not follow from where the ticket stands. 409, with the ticket as it is.
    NotNow(State),
    /// Somebody was faster: the ticket is not at the version that was seen.
    Changed,
    /// They are not in the hall yet.
    NotHere,
    /// Nobody waits in the hall for this desk.
    NobodyWaits,
    /// The desk has somebody already.
    DeskTaken,
    /// Nobody works at this desk: who calls must sit at one.
    NoDesk,
    /// It is too late to take the step back.
    TooLate,
    /// A time that is over.
    TooEarly,
    /// No tickets are given out now; from when on, if that is known.
    Shut(Option<Timestamp>),
    /// The person has a ticket in this line already.
    HasOne,
    /// Closing somebody's ticket unserved takes a reason.
    NoReason,
    /// An official cannot be said to be so.
    Undeclarable(Undeclarable),
    /// Nothing of this name is done here.
    NoMatter,
    /// This way is not open to this ticket, or not any more.
    NoSuchWay,
    /// The ticket is of another day.
    NotToday,
}
