//! Drawing a published draw again, and saying where it differs.
use kernel::lottery::{self, NotASheet, first_difference};

use super::draw::{Drawn, draw};
use super::sheet::Sheet;

/// What came of it.
pub type Verified = lottery::Verified<Sheet>;

/// Looks at a published sheet: its bytes, the seed against its commitment, the entries against their hash, the results against the
/// rule.
pub fn verify(text: &str) -> Result<Verified, NotASheet> {
    let mut found = Verified::read(text)?;
    let sheet = found.sheet.clone();
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
    let Some(seed) = found.look_at_seed(seed, &sheet.commitment) else { return };
    let again = draw(seats, &sheet.entries, &seed);
    found.look("the rule draws the same", first_difference(&again, &sheet.results, shown));
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
