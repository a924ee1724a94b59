//! Whether somebody may keep something for longer.
use jiff::civil::Date;

use crate::TitleId;

#[derive(Debug, Clone)]
pub struct RenewFacts {
    /// Whoever asks has it, or asks for whoever has it.
    pub theirs: bool,
    pub renewals: i16,
    pub most: i16,
    /// Somebody waits for the title.
    pub others_wait: bool,
    /// As in [`super::LendFacts`]; nothing where staff renew it: the reader is there, and the thing with them.
    pub overdue: Option<(Date, TitleId)>,
    pub due_on: Date,
    /// What it would be due on from today.
    pub next: Date,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoRenewal {
    NotYours,
    TooOften {
        most: i16,
    },
    OthersWait,
    Overdue {
        since: Date,
        title: TitleId,
    },
    /// It would be due when it is due now.
    TooEarly,
}

/// The new day, later than the old one.
pub fn renew(facts: &RenewFacts) -> Result<Date, NoRenewal> {
    match facts.overdue {
        _ if !facts.theirs => Err(NoRenewal::NotYours),
        _ if facts.others_wait => Err(NoRenewal::OthersWait),
        _ if facts.renewals >= facts.most => Err(NoRenewal::TooOften { most: facts.most }),
        Some((since, title)) => Err(NoRenewal::Overdue { since, title }),
        None if facts.next <= facts.due_on => Err(NoRenewal::TooEarly),
        None => Ok(facts.next),
    }
}
