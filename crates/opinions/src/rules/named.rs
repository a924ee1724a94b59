//! Whom an opinion is about.
use std::ops::Range;

/// How it is known. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OpinionNamedBy)]
pub enum NamedBy {
    /// Whoever left it chose them from the list.
    Reporter = 0,
    /// Their full name stands in the text.
    Text = 1,
    /// Whoever of staff read it said so.
    Staff = 2,
}

impl NamedBy {
    pub fn of(number: i16) -> Option<NamedBy> {
        [NamedBy::Reporter, NamedBy::Text, NamedBy::Staff].into_iter().find(|n| *n as i16 == number)
    }
}

/// A choice of “about whom”.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = OpinionAbout)]
pub enum Choice {
    /// Somebody, by full name.
    Person(String),
    /// Whoever sits at a desk, by its name.
    Desk(String),
}

impl Choice {
    pub fn name(&self) -> &str {
        match self {
            Choice::Person(name) | Choice::Desk(name) => name,
        }
    }
}

/// What of a text is compared, each character with where it stands: no spaces and dots, in lower case, at half width.
fn compared(text: &str) -> impl Iterator<Item = (usize, char)> {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        c => c,
    };
    let kept = text.char_indices().map(move |(at, c)| (at, narrow(c)));
    let kept = kept.filter(|(_, c)| !c.is_whitespace() && !"·•.‧・".contains(*c));
    kept.flat_map(|(at, c)| c.to_lowercase().map(move |c| (at, c)))
}

/// A name as it is compared.
pub fn same_name(name: &str) -> String {
    compared(name).map(|(_, c)| c).collect()
}

/// Where a name stands in the text, however it is written there. One character alone is no name.
pub fn places_of(text: &str, name: &str) -> Vec<Range<usize>> {
    let (all, name): (Vec<(usize, char)>, Vec<char>) = (compared(text).collect(), same_name(name).chars().collect());
    let (mut found, mut at) = (vec![], 0);
    while name.len() >= 2 && at + name.len() <= all.len() {
        let here = &all[at..at + name.len()];
        if here.iter().map(|(_, c)| c).ne(&name) {
            at += 1;
            continue;
        }
        let last = here.last().map_or(0, |(last, _)| *last);
        found.push(here[0].0..last + text[last..].chars().next().map_or(0, char::len_utf8));
        at += name.len();
    }
    found
}

/// Which of `names` stand in the text as a whole. One character alone is no name.
pub fn found_in<'n>(text: &str, names: &'n [String]) -> Vec<&'n str> {
    let text = same_name(text);
    let stands = |name: &&String| {
        let name = same_name(name);
        name.chars().count() >= 2 && text.contains(&name)
    };
    names.iter().filter(stands).map(String::as_str).collect()
}
