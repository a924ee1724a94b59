//! Doing a published allocation again, and saying where it differs.
use super::allocate::{Allocation, Answer, allocate};
use super::change::{Awarded, awarded, changeable};
use super::sheet::Sheet;
use super::terms::Stands;
use kernel::lottery::{self, NotASheet};

/// What came of it.
pub type Verified = lottery::Verified<Sheet>;

/// Looks at a published sheet: its bytes, the seed against its commitment, the applications against their hash, the result
/// against the rule, the awards against result and changes.
pub fn verify(text: &str) -> Result<Verified, NotASheet> {
    let mut found = Verified::read(text)?;
    let sheet = found.sheet.clone();
    match &sheet.locked {
        Some(locked) => {
            let now = Sheet::digest_of(&sheet.applications);
            let differs = (now != *locked).then(|| {
                format!("the applications have the hash {now}, and {locked} was published when they were locked")
            });
            found.look("the applications are those that were locked", differs);
        }
        None if sheet.applications.is_empty() && sheet.allocation.is_none() => {
            found.not_yet.push("the applications are not locked yet".into());
        }
        None => found.differs.push("there are applications or a result, and no hash of what was locked".into()),
    }
    match (&sheet.seed, &sheet.allocation) {
        (Some(seed), Some(published)) => result(&mut found, &sheet, seed, published),
        (None, None) if sheet.changes.is_empty() && sheet.awards.is_empty() => {
            found.not_yet.push("there is no result yet".into());
        }
        _ => found.differs.push("there is a seed or an award without a result, or a result without a seed".into()),
    }
    Ok(found)
}

fn result(found: &mut Verified, sheet: &Sheet, seed: &str, published: &Allocation) {
    let Some(seed) = found.look_at_seed(seed, &sheet.commitment) else { return };
    let again = allocate(&sheet.terms, &sheet.applications, &seed);
    found.look("the rule gives the same result and the same reasons", compared(sheet, &again, published));
    found.look("each change of staff was possible and has a reason", changes(sheet, published));
    let end = awarded(published, &sheet.changes);
    let differs = (end != sheet.awards).then(|| {
        let names = |all: &[Awarded]| all.iter().map(|a| named(sheet, a)).collect::<Vec<_>>().join("; ");
        format!("result and changes give [{}], and the text says [{}]", names(&end), names(&sheet.awards))
    });
    found.look("the awards are the rule's with the changes of staff", differs);
    let final_or_not = (sheet.state == Stands::Confirmed) == sheet.confirmed_at.is_some();
    if !final_or_not {
        found.differs.push("the state and the time of its confirmation do not fit".into());
    }
}

/// Every wish whose points or outcome differ, positions and awards besides.
fn compared(sheet: &Sheet, again: &Allocation, published: &Allocation) -> Vec<String> {
    let mut differs = vec![];
    for answer in &again.answers {
        let key = |a: &&Answer| (a.application, a.rank) == (answer.application, answer.rank);
        match published.answers.iter().find(key) {
            Some(theirs) if theirs == answer => {}
            Some(theirs) => differs.push(format!(
                "{}, wish {}: the rule gives {}, and the text says {}",
                name(sheet, answer.application),
                answer.rank,
                shown(answer),
                shown(theirs)
            )),
            None => differs.push(format!("{}, wish {}: not in the text", name(sheet, answer.application), answer.rank)),
        }
    }
    if differs.is_empty() && again.answers != published.answers {
        differs.push("the text answers wishes that nobody has, or in another order".into());
    }
    if again.positions != published.positions {
        differs.push("the positions in the lottery are others".into());
    }
    if again.awards != published.awards {
        differs.push("the rule's awards are others".into());
    }
    differs
}

fn changes(sheet: &Sheet, published: &Allocation) -> Vec<String> {
    let mut differs = vec![];
    for (n, change) in sheet.changes.iter().enumerate() {
        let before = awarded(published, &sheet.changes[..n]);
        let application = sheet.applications.iter().find(|a| a.id == change.application);
        let possible =
            application.is_some_and(|a| changeable(&sheet.terms, a, &before, (change.slot, change.gives)).is_ok());
        if !possible || change.reason.trim().is_empty() {
            differs.push(format!("change {} of staff was not possible, or has no reason", n + 1));
        }
    }
    differs
}

fn shown(answer: &Answer) -> String {
    let outcome = serde_json::to_string(&answer.outcome).unwrap_or_default();
    format!("{} points and {outcome}", answer.points.sum)
}

fn name(sheet: &Sheet, id: kernel::db::types::Id) -> String {
    let found = sheet.applications.iter().find(|a| a.id == id);
    found.map_or_else(|| id.to_string(), |a| a.applicant.name().to_owned())
}

fn named(sheet: &Sheet, a: &Awarded) -> String {
    format!("slot {} {}", a.slot, name(sheet, a.application))
}
