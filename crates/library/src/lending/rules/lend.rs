//! Whether somebody may take a copy with them.
use jiff::civil::Date;

use crate::TitleId;
use crate::rules::{Kind, Kinds, Stands};

/// Who has a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Whoever asks.
    pub by_them: bool,
    pub due_on: Date,
}

#[derive(Debug, Clone)]
pub struct LendFacts {
    pub title: TitleId,
    pub kind: Kind,
    /// What the station lends.
    pub kinds: Kinds,
    pub stands: Stands,
    pub taken: Option<Taken>,
    /// It is put aside for somebody else.
    pub kept_for_another: bool,
    /// So many things are with the reader, of so many that may be.
    pub have: i64,
    pub most: i16,
    /// Something of theirs is over since that day, so long that they get nothing more, and what it is.
    pub overdue: Option<(Date, TitleId)>,
    /// Staff lend it over the limits of the reader.
    pub despite: bool,
    pub due_on: Date,
}

/// It may be lent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lent {
    pub due_on: Date,
    /// A limit said no, and staff lend it all the same.
    pub despite: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLoan {
    NoSuchCopy,
    NotLent {
        kind: Kind,
    },
    /// Missing, under repair, on the way, gone.
    NotHere {
        stands: Stands,
    },
    /// To whoever asks.
    LentToYou {
        due_on: Date,
    },
    Lent {
        due_on: Date,
        title: TitleId,
    },
    KeptForAnother {
        title: TitleId,
    },
    TooMany {
        most: i16,
        have: i64,
    },
    /// Something that they have was due on that day.
    Overdue {
        since: Date,
        title: TitleId,
    },
}

/// What is wrong with the copy comes first: nobody brings back what they have for something that they cannot get.
pub fn lend(facts: &LendFacts) -> Result<Lent, NoLoan> {
    match facts.taken {
        Some(Taken { by_them: true, due_on }) => return Err(NoLoan::LentToYou { due_on }),
        Some(Taken { due_on, .. }) => return Err(NoLoan::Lent { due_on, title: facts.title }),
        None => {}
    }
    if facts.stands != Stands::Here {
        return Err(NoLoan::NotHere { stands: facts.stands });
    }
    if !facts.kinds.has(facts.kind) {
        return Err(NoLoan::NotLent { kind: facts.kind });
    }
    if facts.kept_for_another {
        return Err(NoLoan::KeptForAnother { title: facts.title });
    }
    let limit = match facts.overdue {
        Some((since, title)) => Some(NoLoan::Overdue { since, title }),
        None if facts.have >= i64::from(facts.most) => Some(NoLoan::TooMany { most: facts.most, have: facts.have }),
        None => None,
    };
    match limit {
        Some(no) if !facts.despite => Err(no),
        limit => Ok(Lent { due_on: facts.due_on, despite: limit.is_some() }),
    }
}
