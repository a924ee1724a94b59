//! Which of several titles that fit comes first.
use std::cmp::Reverse;

use crate::rules::{Kind, Title};

/// Which titles are wanted; all of them unless something is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Only {
    pub kind: Option<Kind>,
    /// Those for children.
    pub children: bool,
    /// Those that have a copy that is not gone.
    pub with_copies: bool,
}

impl Only {
    /// Whether a title is wanted, as far as it says so itself.
    pub fn wants(self, one: &Title) -> bool {
        self.kind.is_none_or(|kind| one.kind == kind) && (!self.children || one.for_children)
    }
}

/// How near the title itself is to what was typed: it is it, begins with it, has it somewhere, or only fits.
fn near(title: &str, typed: &str) -> u8 {
    let (title, typed) = (bare(title), bare(typed));
    match () {
        () if title == typed => 0,
        () if title.starts_with(&typed) => 1,
        () if title.contains(&typed) => 2,
        () => 3,
    }
}

/// Small letters and characters, nothing between them.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The nearest first, then the newest.
pub fn best_first(mut all: Vec<Title>, typed: &str) -> Vec<Title> {
    all.sort_by_cached_key(|one| (near(&one.title, typed), Reverse(one.id)));
    all
}
