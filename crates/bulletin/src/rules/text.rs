//! What somebody writes.
use serde::{Deserialize, Serialize};

/// It stands in the bar of its page.
pub const MOST_IN_A_TITLE: usize = 40;
pub const MOST_IN_AN_ENGLISH_TITLE: usize = 80;
pub const MOST_IN_A_BODY: usize = 12_000;
pub const MOST_IN_A_SOURCE: usize = 60;
pub const MOST_IN_A_WHY: usize = 200;
pub const MOST_IN_AN_ALT: usize = 120;
/// Three rows of three.
pub const MOST_PHOTOS: usize = 9;

/// A text as it was written, well-formed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    pub section: i32,
    pub title: String,
    /// Markdown.
    pub body: String,
    /// May be empty, as its text.
    pub title_en: String,
    pub body_en: String,
    /// 来源: where it comes from; may be empty.
    pub source: String,
}

/// So many characters say what a notice is about.
const SHORT: usize = 90;

/// The beginning of a plain text, up to the end of a sentence if one ends near there.
pub fn excerpt(plain: &str) -> String {
    let line: Vec<char> = plain.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    if line.len() <= SHORT {
        return line.into_iter().collect();
    }
    let ends = |c: &char| "。！？.!?".contains(*c);
    let sentence = line[..SHORT].iter().rposition(ends).filter(|at| *at >= SHORT / 2);
    match sentence {
        Some(at) => line[..=at].iter().collect(),
        None => line[..SHORT - 1].iter().chain(['…'].iter()).collect(),
    }
}
