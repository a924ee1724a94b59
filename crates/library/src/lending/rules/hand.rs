//! By whose hand something is lent or given back.
use jiff::{SignedDuration, Timestamp};
use people::{PersonId, StaffId};

/// Where it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    Desk(StaffId),
    Kiosk,
    Phone,
}

/// The same for figures, which do not ask who. What was done without a line is a way of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Desk,
    Kiosk,
    Phone,
    Offline,
}

impl Hand {
    pub fn how(self) -> How {
        match self {
            Hand::Desk(_) => How::Desk,
            Hand::Kiosk => How::Kiosk,
            Hand::Phone => How::Phone,
        }
    }
}

impl How {
    /// As facts say it.
    pub fn word(self) -> &'static str {
        match self {
            How::Desk => "desk",
            How::Kiosk => "kiosk",
            How::Phone => "phone",
            How::Offline => "offline",
        }
    }
}

/// Something that is done, by whom and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    pub hand: Hand,
    pub how: How,
    pub at: Timestamp,
    /// A device has kept it and says so afterwards.
    pub said_later: bool,
}

/// What a device sends within this time was not kept because the line was away.
const AT_ONCE: SignedDuration = SignedDuration::from_mins(5);
/// By so much a device's count of the time may be wrong: what it sends is on its way for a while.
const SLACK: SignedDuration = SignedDuration::from_mins(1);

impl Done {
    pub fn now(hand: Hand, at: Timestamp) -> Done {
        Done { hand, how: hand.how(), at, said_later: false }
    }

    /// At the desk, as a device says at `now`.
    pub fn said(staff: StaffId, at: Timestamp, now: Timestamp) -> Done {
        let how = if now.duration_since(at) > AT_ONCE { How::Offline } else { How::Desk };
        Done { hand: Hand::Desk(staff), how, at, said_later: true }
    }

    /// Whether something that begins at `begun` began after this was done, of which whoever did it could know nothing.
    pub fn is_before(&self, begun: Timestamp) -> bool {
        self.said_later && begun > self.at + SLACK
    }
}

/// Who asks for something of a reader's: they themselves, or staff for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    Person(PersonId),
    Staff(StaffId),
}
