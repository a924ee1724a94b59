//! Drawing a published draw again, and saying where it differs.
use kernel::lottery::Seed;

use super::draw::{Drawn, draw};
use super::sheet::{NotASheet, Sheet};

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    pub sheet: Sheet,
    /// What was looked at and is as it should be.
    pub agrees: Vec<String>,
    /// Each difference, in words for whoever wants to know.
    pub differs: Vec<String>,
    /// What cannot be known yet.
    pub not_yet: Vec<String>,
}

impl Verified {
    fn look(&mut self, what: &str, difference: Option<String>) {
        match difference {
            None => self.agrees.push(what.to_owned()),
            Some(why) => self.differs.push(why),
        }
    }
}

/// Looks at a published sheet: its bytes, the seed against its commitment, the entries against their hash, the results against the
/// rule.
pub fn verify(text: &str) -> Result<Verified, NotASheet> {
    let text = text.trim_end_matches(['\n', '\r']);
    let sheet = Sheet::read(text)?;
    let mut found = Verified { sheet: sheet.clone(), agrees: vec![], differs: vec![], not_yet: vec![] };
    let written = sheet.text() == text;
    found.look(
        "the text is as the station writes it",
        (!written).then(|| "the text is not written as the station writes it: something in it was changed".into()),
    );
    let sum = sheet.summed();
    let differs = (sum != sheet.sum).then(|| format!("the sum is {sum}, and the text says {}", sheet.sum));
    found.look("the sum fits the text", differs);
    match (&sheet.seed, &sheet.locked, sheet.seats) {
        (Some(seed), Some(locked), Some(seats)) => result(&mut found, &sheet, (seed, locked, seats)),
        (None, None, None) if sheet.entries.is_empty() && sheet.results.is_empty() => {
            found.not_yet.push("it is not drawn yet".into());
        }
        _ => found.differs.push("there is a part of a result, and not all of it".into()),
    }
    Ok(found)
}

fn result(found: &mut Verified, sheet: &Sheet, (seed, locked, seats): (&str, &str, i32)) {
    let now = Sheet::digest_of(&sheet.entries);
    let differs = (now != locked).then(|| format!("the entries have the hash {now}, and the text says {locked}"));
    found.look("the entries are those that were drawn from", differs);
    let Some(seed) = Seed::of(seed) else {
        found.differs.push("the seed is not 64 hexadecimal digits".into());
        return;
    };
    let commitment = seed.commitment();
    let differs = (commitment != sheet.commitment)
        .then(|| format!("the seed has the hash {commitment}, and {} was published before", sheet.commitment));
    found.look("the seed is the one that was fixed before", differs);
    let again = draw(seats, &sheet.entries, &seed);
    found.look("the rule draws the same", compared(&again, &sheet.results));
}

/// The first in which they differ.
fn compared(again: &[Drawn], published: &[Drawn]) -> Option<String> {
    let differs = again.iter().zip(published).find(|(ours, theirs)| ours != theirs);
    match differs {
        Some((ours, theirs)) => Some(format!("the rule gives {}, and the text says {}", shown(ours), shown(theirs))),
        None if again.len() != published.len() => {
            Some(format!("the rule gives {} results, and the text has {}", again.len(), published.len()))
        }
        None => None,
    }
}

fn shown(drawn: &Drawn) -> String {
    let outcome = match (drawn.got, drawn.place) {
        (true, None) => "its places".into(),
        (false, Some(place)) => format!("place {place} on the list"),
        (got, place) => format!("what cannot be: places {got}, on the list {place:?}"),
    };
    let position = drawn.position.get(..8).unwrap_or(&drawn.position);
    format!("number {} at {position}… for {} {outcome}", drawn.number, drawn.seats)
}
