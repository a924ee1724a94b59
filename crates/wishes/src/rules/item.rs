//! What a thing is called on a card.
use super::reveals::{Reveals, found};

pub const SHORTEST_ITEM: usize = 2;
pub const LONGEST_ITEM: usize = 40;

/// 保暖鞋，42 码: a name that could be anybody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item(String);

impl Item {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As its row says: it was judged when it was written.
    pub(crate) fn kept(text: String) -> Item {
        Item(text)
    }
}

/// What is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemProblem {
    TooShort,
    TooLong,
    /// Marks that cannot be seen, or that turn what stands beside them.
    Unreadable,
    /// It tells something of a person, by this word.
    Tells {
        what: Reveals,
        word: String,
    },
}

impl ItemProblem {
    /// The key of the text that says so; it shows the word.
    pub fn key(&self) -> &'static str {
        match self {
            ItemProblem::TooShort => "wishes-item-short",
            ItemProblem::TooLong => "wishes-item-long",
            ItemProblem::Unreadable => "wishes-item-unreadable",
            ItemProblem::Tells { what, .. } => match what {
                Reveals::Age => "wishes-item-age",
                Reveals::School => "wishes-item-school",
                Reveals::Health => "wishes-item-health",
                Reveals::Hardship => "wishes-item-hardship",
                Reveals::Name => "wishes-item-name",
                Reveals::Place => "wishes-item-place",
                Reveals::Money => "wishes-item-money",
                Reveals::Number => "wishes-item-number",
                Reveals::Link => "wishes-item-link",
            },
        }
    }

    /// What is to be left out.
    pub fn word(&self) -> Option<&str> {
        match self {
            ItemProblem::Tells { word, .. } => Some(word),
            _ => None,
        }
    }
}

/// A thing as somebody typed it.
pub fn item(typed: &str) -> Result<Item, ItemProblem> {
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = plain(&line);
    match line.chars().count() {
        ..SHORTEST_ITEM => Err(ItemProblem::TooShort),
        n if n > LONGEST_ITEM => Err(ItemProblem::TooLong),
        _ if line.chars().any(is_unreadable) => Err(ItemProblem::Unreadable),
        // As it is, and as it reads without the marks in which something may hide: 138.1234.5678, 低.保户.
        _ => match found(&plain).or_else(|| found(&bare(&line))) {
            Some((what, word)) => Err(ItemProblem::Tells { what, word }),
            // What has no letters is nothing that everybody could read.
            None if !plain.chars().any(char::is_alphabetic) => Err(ItemProblem::TooShort),
            None => Ok(Item(line)),
        },
    }
}

/// Without what people put between characters, and with letters and digits of half width: so that nothing hides in it.
fn plain(line: &str) -> String {
    let between = |c: char| c.is_whitespace() || "-–—_·・*＊,，、".contains(c);
    line.chars().map(half_width).filter(|c| !between(*c)).collect()
}

/// Letters and digits alone.
fn bare(line: &str) -> String {
    line.chars().map(half_width).filter(|c| c.is_alphanumeric()).collect()
}

fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        c => c,
    }
}

fn is_unreadable(c: char) -> bool {
    let unseen = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}');
    c.is_control() || unseen || "<>{}".contains(c)
}

/// What villages are called at the end, the longer first.
const CALLED: [&str; 6] = ["村民委员会", "居民委员会", "村委会", "居委会", "社区", "村"];

/// Which of `villages` a text names, with or without 村 or 社区 at the end.
pub fn names_a_village(item: &Item, villages: &[&str]) -> Option<String> {
    let text = bare(item.as_str());
    let short = |name: &str| CALLED.iter().fold(name, |name, end| name.trim_end_matches(end)).to_owned();
    villages.iter().map(|name| short(name)).find(|name| name.chars().count() > 1 && text.contains(name.as_str()))
}

/// Whether a text has somebody's name in it, whatever stands between its characters.
pub fn names_somebody(item: &Item, name: &str) -> Option<String> {
    let (text, name) = (bare(item.as_str()).to_lowercase(), bare(name).to_lowercase());
    (name.chars().count() > 1 && text.contains(name.as_str())).then_some(name)
}
