//! Whom an opinion is about.

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

/// A name as it is compared: without spaces and dots, in lower case, at half width.
pub fn same_name(name: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        c => c,
    };
    let kept = name.chars().map(narrow).filter(|c| !c.is_whitespace() && !"·•.‧・".contains(*c));
    kept.flat_map(char::to_lowercase).collect()
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
