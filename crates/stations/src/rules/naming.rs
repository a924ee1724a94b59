//! Making a station, and what can stand in the way.
use super::division::Division;

/// Characters of a slug: it stands in addresses, on posters, and is read out over the telephone.
pub const LONGEST_SLUG: usize = 40;

/// The end of a station's address, `sanhe` in `/s/sanhe`: small letters, digits, and hyphens between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slug(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("small letters, digits and single hyphens between them, 2 to {LONGEST_SLUG} of them")]
pub struct NotASlug;

impl std::str::FromStr for Slug {
    type Err = NotASlug;
    fn from_str(text: &str) -> Result<Slug, NotASlug> {
        let fine = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        let good = (2..=LONGEST_SLUG).contains(&text.len()) && text.split('-').all(fine);
        if good { Ok(Slug(text.to_owned())) } else { Err(NotASlug) }
    }
}

impl Slug {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same with a number behind it, for when it is taken.
    pub fn numbered(&self, n: u32) -> Slug {
        let tail = format!("-{n}");
        let kept: String = self.0.chars().take(LONGEST_SLUG - tail.len()).collect();
        Slug(format!("{}{tail}", kept.trim_end_matches('-')))
    }
}

/// Why a station is not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// No township or village has this code; `near` are the nearest that exist.
    #[error("no division has the code {code}; the nearest are {}", list(.near))]
    NoSuchDivision { code: i64, near: Vec<Division> },
    /// Another station has this address; `free` is one like it that nobody has.
    #[error("another station has the address {slug}; {free} is free")]
    SlugTaken { slug: String, free: String },
    /// A township has 99 stations already.
    #[error("the township has 99 stations already")]
    TownshipFull,
}

fn list(near: &[Division]) -> String {
    let said: Vec<String> = near.iter().map(|d| format!("{} {} ({})", d.code, d.name, d.county)).collect();
    if said.is_empty() { "none: import the divisions first".into() } else { said.join(", ") }
}

/// All that making a station depends on.
#[derive(Debug, Clone)]
pub struct Facts {
    pub code: i64,
    pub division: Option<Division>,
    /// The nearest divisions, looked up only when there is none with the code.
    pub near: Vec<Division>,
    /// The slugs of the deployment that start with the wished one.
    pub alike: Vec<String>,
    /// The places in the township that are taken.
    pub places: Vec<i64>,
}

/// The key of the new station, and its division.
pub fn make(facts: Facts, slug: &Slug) -> Result<(i64, Division), Refusal> {
    let Some(division) = facts.division else {
        return Err(Refusal::NoSuchDivision { code: facts.code, near: facts.near });
    };
    if facts.alike.iter().any(|s| s == slug.as_str()) {
        let numbered = (2..).map(|n| slug.numbered(n)).find(|s| !facts.alike.iter().any(|taken| taken == s.as_str()));
        let free = numbered.map(|s| s.0).unwrap_or_default();
        return Err(Refusal::SlugTaken { slug: slug.0.clone(), free });
    }
    let place = (1..=99).find(|n| !facts.places.contains(n)).ok_or(Refusal::TownshipFull)?;
    Ok((super::division::station_key(division.code, place), division))
}
