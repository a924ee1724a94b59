//! A lottery that anybody can draw again: its seed is fixed and hidden before anybody takes part, and its hash is public.
//!
//! Everything is text, so that a shell is enough: `printf %s SEED | sha256sum` is what was published,
//! `printf %s LOT | openssl dgst -sha256 -hmac SEED` is the position of a lot; the smaller one wins.
//!
//! What is published is a sheet: JSON in the order of its members, without spaces, and a sum over it. Each rule has a sheet of its
//! own; what is looked at in all of them is here.
use data_encoding::HEXLOWER;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::chance::Chance;

/// 64 hexadecimal digits. Until the result it is nobody's to know.
#[derive(Clone, PartialEq, Eq)]
pub struct Seed(String);

/// A seed is not written into logs by accident.
impl std::fmt::Debug for Seed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seed(…)")
    }
}

impl Seed {
    pub fn draw(chance: &Chance) -> Seed {
        Seed(HEXLOWER.encode(&chance.bytes::<32>()))
    }

    /// `None` if it is not 64 hexadecimal digits in lower case.
    pub fn of(text: &str) -> Option<Seed> {
        let fits = text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        fits.then(|| Seed(text.to_owned()))
    }

    pub fn text(&self) -> &str {
        &self.0
    }

    /// What is published before anybody takes part: SHA-256 of the seed's text.
    pub fn commitment(&self) -> String {
        digest(self.0.as_bytes())
    }
}

/// SHA-256 in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// HMAC-SHA-256 of the lot's text under the seed's, in hexadecimal digits.
pub fn position(seed: &Seed, lot: &str) -> String {
    HEXLOWER.encode(&crate::secret::hmac(seed.0.as_bytes(), lot.as_bytes()))
}

/// SHA-256 over a line of JSON for each of them.
pub fn digest_of_lines<'a, T: Serialize + 'a>(all: impl IntoIterator<Item = &'a T>) -> String {
    let line = |one: &T| serde_json::to_string(one).unwrap_or_default() + "\n";
    digest(all.into_iter().map(line).collect::<String>().as_bytes())
}

/// Why a text is no sheet at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotASheet(pub String);

/// A lottery as its station publishes it.
pub trait Published: Clone + Serialize + DeserializeOwned {
    /// Which rule this is. Another rule gets another name.
    const FORMAT: &'static str;

    /// The rule that the sheet names.
    fn format(&self) -> &str;

    /// The member with the sum.
    fn sum(&mut self) -> &mut String;

    /// What no station publishes, nobody computes with.
    fn is_within_bounds(&self) -> bool;

    /// The text as the station publishes it: JSON in the order of its members, without spaces.
    fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The sum that a sheet with these members has: SHA-256 of the sheet with the sum empty.
    fn summed(&self) -> String {
        let mut bare = self.clone();
        bare.sum().clear();
        digest(bare.text().as_bytes())
    }

    fn signed(mut self) -> Self {
        *self.sum() = self.summed();
        self
    }

    fn read(text: &str) -> Result<Self, NotASheet> {
        let sheet: Self = serde_json::from_str(text).map_err(|e| NotASheet(e.to_string()))?;
        match () {
            () if sheet.format() != Self::FORMAT => {
                Err(NotASheet(format!("it says that it is “{}”, and not “{}”", sheet.format(), Self::FORMAT)))
            }
            () if !sheet.is_within_bounds() => Err(NotASheet("it has a number that cannot be".into())),
            () => Ok(sheet),
        }
    }
}

/// What came of doing a published lottery again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified<S> {
    pub sheet: S,
    /// What was looked at and is as it should be.
    pub agrees: Vec<String>,
    /// Each difference, in words for whoever wants to know.
    pub differs: Vec<String>,
    /// What cannot be known yet.
    pub not_yet: Vec<String>,
}

impl<S: Published> Verified<S> {
    /// Of a published text, whatever ends its line: whether its station writes it so, and whether it has the sum that it says it has.
    pub fn read(text: &str) -> Result<Verified<S>, NotASheet> {
        let text = text.trim_end_matches(['\n', '\r']);
        let mut sheet = S::read(text)?;
        let (written, summed, said) = (sheet.text(), sheet.summed(), sheet.sum().clone());
        let mut found = Verified { sheet, agrees: vec![], differs: vec![], not_yet: vec![] };
        let changed = "the text is not written as the station writes it: something in it was changed";
        found.look("the text is as the station writes it", (written != text).then(|| changed.to_owned()));
        let differs = (summed != said).then(|| format!("the sum is {summed}, and the text says {said}"));
        found.look("the sum fits the text", differs);
        Ok(found)
    }
}

impl<S> Verified<S> {
    /// The same of another shape of the sheet.
    pub fn map<T>(self, of: impl FnOnce(S) -> T) -> Verified<T> {
        Verified { sheet: of(self.sheet), agrees: self.agrees, differs: self.differs, not_yet: self.not_yet }
    }

    /// What was looked at, and where it differs.
    pub fn look(&mut self, what: &str, differences: impl IntoIterator<Item = String>) {
        let before = self.differs.len();
        self.differs.extend(differences);
        if self.differs.len() == before {
            self.agrees.push(what.to_owned());
        }
    }

    /// The published seed, if it is one, against what was published before.
    pub fn look_at_seed(&mut self, text: &str, published: &str) -> Option<Seed> {
        let Some(seed) = Seed::of(text) else {
            self.differs.push("the seed is not 64 hexadecimal digits".into());
            return None;
        };
        let hash = seed.commitment();
        let differs =
            (hash != published).then(|| format!("the seed has the hash {hash}, and {published} was published before"));
        self.look("the seed is the one that was fixed before", differs);
        Some(seed)
    }
}

/// The first in which the results of the rule and those of the text differ.
pub fn first_difference<T: PartialEq>(ours: &[T], theirs: &[T], shown: impl Fn(&T) -> String) -> Option<String> {
    match ours.iter().zip(theirs).find(|(ours, theirs)| ours != theirs) {
        Some((ours, theirs)) => Some(format!("the rule gives {}, and the text says {}", shown(ours), shown(theirs))),
        None if ours.len() != theirs.len() => {
            Some(format!("the rule gives {} results, and the text has {}", ours.len(), theirs.len()))
        }
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_draws_the_same() {
        let seed = Seed::of(&"0123456789abcdef".repeat(4)).expect("64 digits");
        // printf %s SEED | sha256sum, printf %s 17 | openssl dgst -sha256 -hmac SEED
        assert_eq!(seed.commitment(), "a8ae6e6ee929abea3afcfc5258c8ccd6f85273e0d4626d26c7279f3250f77c8e");
        assert_eq!(position(&seed, "17"), "529461b8a5918d4a0ced2876a9642ba3d16317990115d35eaa6c968863f15191");
    }

    #[test]
    fn only_64_digits_in_lower_case_are_a_seed() {
        assert_eq!(Seed::of(&"0123456789ABCDEF".repeat(4)), None);
        assert_eq!(Seed::of("17"), None);
    }
}
