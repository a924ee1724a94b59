//! Every way in which a club can say no, with what one needs to know to go on.
use jiff::Timestamp;

use crate::rules::Refusal;

#[derive(Debug, Clone, PartialEq)]
pub enum NoClub {
    /// The room itself is not to be had.
    Room(Refusal),
    Closed,
    /// Another club here has that name.
    NameTaken,
    /// So many clubs are enough for one person to lead.
    EnoughClubs {
        most: usize,
    },
    Full {
        most: usize,
    },
    /// So many children of one person.
    EnoughChildren {
        most: usize,
    },
    /// Whoever leads hands over or closes the club first.
    Leads,
    /// Only grown members lead.
    NoLeader,
    /// Nobody has asked them to lead, or it was taken back.
    NotAsked,
    /// So many notices a week; the next one from this instant on.
    EnoughNotices {
        most: usize,
        from: Timestamp,
    },
    /// So many series of meetings that the leader has made are enough at a time.
    EnoughMeetings {
        most: usize,
    },
    /// Its words are hidden: first they are looked at again.
    Hidden,
    /// Two people hide, not one twice.
    SameStaff,
    /// Nothing is hidden, or nobody has asked for it.
    NotHidden,
}

impl From<Refusal> for NoClub {
    fn from(room: Refusal) -> NoClub {
        NoClub::Room(room)
    }
}
