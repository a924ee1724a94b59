//! From a draft to what everybody reads, with two pairs of eyes on the way, and down again with two.
use people::StaffId;

use super::notice::{Down, Ended, Notice, Stands, Work};
use super::refusal::NoNotice;

/// Who decides, and who else could.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    pub staff: StaffId,
    pub manager: bool,
    /// So many others work at the station.
    pub others: usize,
}

/// Whether a second pair of eyes has seen what is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    ByTwo,
    /// Nobody else works here.
    ByOne,
}

impl Notice {
    /// Whether somebody who has looked at version `read` may write the next. What everybody has read is corrected, which says `what`.
    pub fn may_write(&self, read: i32, what: &str) -> Result<(), NoNotice> {
        self.is_at(read)?;
        match self.stands {
            Stands::NotYet => Ok(()),
            Stands::Public | Stands::Down if what.is_empty() => Err(NoNotice::NoWhat),
            Stands::Public | Stands::Down => Ok(()),
        }
    }

    /// What the next version says it corrects: nothing, as long as nobody has read it.
    pub fn corrects<'w>(&self, what: &'w str) -> &'w str {
        if self.stands == Stands::NotYet { "" } else { what }
    }

    /// Whether somebody else is asked to look at version `read`.
    pub fn may_ask(&self, read: i32) -> Result<(), NoNotice> {
        self.is_at(read)?;
        if self.work == Work::None { Err(NoNotice::NothingNew) } else { Ok(()) }
    }

    fn is_at(&self, read: i32) -> Result<(), NoNotice> {
        if self.version == read { Ok(()) } else { Err(NoNotice::Moved) }
    }

    /// Whether it may be asked to take it down; `last` is what was asked before.
    pub fn may_ask_down(&self, last: Option<&Down>) -> Result<(), NoNotice> {
        match last {
            _ if !self.is_public() => Err(NoNotice::NotPublic),
            Some(down) if down.ended == Ended::Open => Err(NoNotice::DownAsked),
            _ => Ok(()),
        }
    }
}

impl Down {
    /// Whether it waits for a decision, and is the wish `read` that was looked at.
    fn is_open(&self, read: i32) -> Result<(), NoNotice> {
        match self.ended {
            _ if self.nr != read => Err(NoNotice::Moved),
            Ended::Open => Ok(()),
            Ended::Down | Ended::KeptUp => Err(NoNotice::NoDownAsked),
        }
    }

    /// Whether `staff`, who has looked at the wish `read`, may say the last word. There is no exception for whoever works alone
    /// (PRODUCT.md, hard line 7).
    pub fn may_confirm(&self, read: i32, staff: StaffId) -> Result<(), NoNotice> {
        self.is_open(read)?;
        if self.asked_by == staff { Err(NoNotice::SameHandDown) } else { Ok(()) }
    }

    /// Anybody may keep it up, also whoever thinks better of it.
    pub fn may_keep_up(&self, read: i32) -> Result<(), NoNotice> {
        self.is_open(read)
    }
}

/// Whether `by` may make version `read` what everybody reads.
pub fn publish(notice: &Notice, read: i32, by: By) -> Result<Seen, NoNotice> {
    notice.is_at(read)?;
    match notice.work {
        Work::None => Err(NoNotice::NothingNew),
        Work::Draft => Err(NoNotice::NotAsked),
        Work::Asked if by.staff != notice.writer => Ok(Seen::ByTwo),
        Work::Asked if by.others == 0 && by.manager => Ok(Seen::ByOne),
        Work::Asked => Err(NoNotice::SameHand),
    }
}
