//! What becomes of the copies of a walk when it ends.
use crate::rules::Stands;
use crate::{CopyId, TitleId};

/// A copy that belongs to a shelf of the walk, or was seen in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub copy: CopyId,
    pub title: TitleId,
    pub barcode: String,
    pub shelf: i32,
    pub stands: Stands,
    /// Somebody has it, or it waits at the counter for somebody: nobody looks for it on a shelf.
    pub elsewhere: bool,
    /// It came, or was in somebody's hands, since the walk began: that nobody scanned it says nothing.
    pub since: bool,
    /// On which shelf it was seen.
    pub seen: Option<i32>,
    /// How it stood when it was seen.
    pub stood: Option<Stands>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becomes {
    Stays,
    Missing,
    /// It had been missing, or under repair, and stands on a shelf.
    HereAgain,
}

impl Standing {
    /// What is on its way has a transfer, and what is gone was written off by somebody who knew why: no scan changes that. What somebody
    /// has put under repair since it was seen stays there.
    pub fn becomes(&self) -> Becomes {
        match (self.stands, self.seen) {
            (Stands::Missing | Stands::Repair, Some(_)) if self.stood == Some(self.stands) => Becomes::HereAgain,
            (Stands::Here, None) if !self.elsewhere && !self.since => Becomes::Missing,
            _ => Becomes::Stays,
        }
    }

    /// It stands on a shelf that it does not belong to.
    pub fn misplaced(&self) -> bool {
        self.seen.is_some_and(|at| at != self.shelf)
    }
}

/// How far a walk is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// So many were seen of those that should stand there.
    pub seen: usize,
    /// So many should.
    pub of: usize,
    /// Seen, although they belong to no shelf of the walk.
    pub strays: usize,
    /// Lent, or put aside.
    pub elsewhere: usize,
}

impl Progress {
    pub fn of(all: &[Standing], covers: impl Fn(i32) -> bool) -> Progress {
        let mut p = Progress::default();
        for one in all {
            match (one.seen.is_some(), covers(one.shelf)) {
                (true, true) => (p.seen, p.of) = (p.seen + 1, p.of + 1),
                (true, false) => p.strays += 1,
                (false, true) if one.becomes() == Becomes::Missing => p.of += 1,
                (false, true) if one.elsewhere && one.stands == Stands::Here => p.elsewhere += 1,
                (false, _) => {}
            }
        }
        p
    }
}
