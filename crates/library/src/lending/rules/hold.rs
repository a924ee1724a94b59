//! Whether somebody may wait for a title.
use crate::rules::{Kind, Kinds};

#[derive(Debug, Clone)]
pub struct HoldFacts {
    pub kind: Kind,
    /// What the station lends.
    pub kinds: Kinds,
    /// The shelf of a copy that stands there and that nobody waits for.
    pub free: Option<i32>,
    /// Whoever asks has a copy.
    pub have_it: bool,
    /// They wait for it.
    pub wait: bool,
    /// For so many titles they wait, of so many that may be.
    pub holds: i64,
    pub most: i16,
    /// Copies that come back one day.
    pub copies: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoHold {
    NotLent {
        kind: Kind,
    },
    /// One stands there: they take it.
    Free {
        shelf: i32,
    },
    HaveIt,
    Already,
    TooMany {
        most: i16,
    },
    NoCopies,
}

pub fn hold(facts: &HoldFacts) -> Result<(), NoHold> {
    match facts.free {
        _ if facts.have_it => Err(NoHold::HaveIt),
        _ if facts.wait => Err(NoHold::Already),
        _ if !facts.kinds.has(facts.kind) => Err(NoHold::NotLent { kind: facts.kind }),
        Some(shelf) => Err(NoHold::Free { shelf }),
        None if facts.copies == 0 => Err(NoHold::NoCopies),
        None if facts.holds >= i64::from(facts.most) => Err(NoHold::TooMany { most: facts.most }),
        None => Ok(()),
    }
}
