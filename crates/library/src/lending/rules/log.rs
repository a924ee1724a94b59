//! What a device did while it had no line, as it says so afterwards.
use jiff::{SignedDuration, Timestamp};

/// What was done. The number stands in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Lent = 0,
    Back = 1,
    Renewed = 2,
}

impl Kind {
    pub const ALL: [Kind; 3] = [Kind::Lent, Kind::Back, Kind::Renewed];

    pub fn of(number: i16) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| *kind as i16 == number)
    }

    /// As programs call it.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Lent => "lent",
            Kind::Back => "back",
            Kind::Renewed => "renewed",
        }
    }

    pub fn of_word(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// What became of it. The number stands in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    Done = 0,
    /// It was so already.
    Already = 1,
    /// A clerk has to look.
    Look = 2,
}

impl Outcome {
    pub const ALL: [Outcome; 3] = [Outcome::Done, Outcome::Already, Outcome::Look];

    pub fn of(number: i16) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|outcome| *outcome as i16 == number)
    }

    /// As programs read it.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Done => "done",
            Outcome::Already => "already",
            Outcome::Look => "look",
        }
    }
}

/// So many are taken at once.
pub const MOST: usize = 100;
/// A device that says that it was longer ago has lost count: then nobody knows when it was.
pub const LONGEST_AGO: SignedDuration = SignedDuration::from_hours(24 * 30);

/// When something happened that a device says was so long ago. Clocks of devices are not trusted: only how long they counted is. Of a
/// device whose clock was put right meanwhile the count is far too long, or less than nothing: then it was now.
pub fn happened_at(now: Timestamp, ago: SignedDuration) -> Timestamp {
    if (SignedDuration::ZERO..=LONGEST_AGO).contains(&ago) { now - ago } else { now }
}
