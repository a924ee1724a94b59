//! The figures of a month. A share is shown with its interval, and not at all of fewer than ten ([`Share::published`]).
use std::collections::BTreeMap;

use kernel::share::Share;

use crate::rules::Kind;

/// What is known of one loan: what it was, never whose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Issue {
    pub kind: Kind,
    /// The title is one for children.
    pub children: bool,
    /// It was the reader's first in the month.
    pub first: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    pub issues: usize,
    /// Each kind of which something was lent.
    pub by_kind: BTreeMap<Kind, usize>,
    /// Each counts once.
    pub readers: usize,
    /// Loans of titles for children.
    pub children: Share,
    pub returns: usize,
    /// Came back after its day, of what came back.
    pub late: Share,
    pub renewals: usize,
    /// From honesty shelves, as people pressed it.
    pub taken: usize,
    pub brought: usize,
}

/// `late` has one entry for each return, `honesty` one for each press: more than nothing for what was taken.
pub fn add_up(issues: &[Issue], late: &[bool], renewals: usize, honesty: &[i64]) -> Figures {
    let mut by_kind: BTreeMap<Kind, usize> = BTreeMap::new();
    for issue in issues {
        *by_kind.entry(issue.kind).or_default() += 1;
    }
    Figures {
        issues: issues.len(),
        by_kind,
        readers: issues.iter().filter(|issue| issue.first).count(),
        children: Share::new(issues.iter().filter(|issue| issue.children).count(), issues.len()),
        returns: late.len(),
        late: Share::new(late.iter().filter(|late| **late).count(), late.len()),
        renewals,
        taken: honesty.iter().filter(|n| **n > 0).count(),
        brought: honesty.iter().filter(|n| **n < 0).count(),
    }
}
