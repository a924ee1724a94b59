//! What is known of applicants from the season before. It is the same whenever it is looked up after the deadline: the round
//! before was final then.
use crate::seasons::rules::{Applicant, Slot, Terms, awarded};
use crate::seasons::store::{self, Filed, Round};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use stations::Station;

/// The applications of a round with what is known of their applicants, and the round that counts as last season's. An
/// applicant is the same one when the office is, or whoever leads the group.
pub fn known(c: &mut Conn, station: &Station, round: &Round) -> Result<(Option<Id>, Vec<Filed>), Fault> {
    let mut all = store::of_round(c, station.id, round.id)?;
    if round.locked.is_some() {
        return Ok((round.previous, all));
    }
    let Some(before) = store::before(c, station.id, round)? else { return Ok((None, all)) };
    let filed = store::of_round(c, station.id, before.id)?;
    let changes = store::changes_of(c, station.id, before.id)?;
    let allocation = before.allocation.clone().unwrap_or_default();
    let given = awarded(&allocation, &changes);
    for one in &mut all {
        let Some(then) = filed.iter().find(|f| is_same(f, one)) else { continue };
        let theirs = given.iter().filter(|g| g.application == then.id.0).map(|g| g.slot);
        let theirs: Vec<i32> = theirs.collect();
        one.application.before = Some(then.id.0);
        one.application.got_first = then.application.wishes.first().is_some_and(|first| theirs.contains(first));
        one.application.held = still(&round.terms, theirs.iter().filter_map(|n| before.terms.slot(*n)));
    }
    Ok((Some(before.id.0), all))
}

fn is_same(then: &Filed, now: &Filed) -> bool {
    match (&then.application.applicant, &now.application.applicant) {
        (Applicant::Office { number: a, .. }, Applicant::Office { number: b, .. }) => a == b,
        (Applicant::Group { .. }, Applicant::Group { .. }) => then.person.is_some() && then.person == now.person,
        _ => false,
    }
}

/// The slots of `now` that go on from what somebody had: the same offering on the same weekday, at least partly at that time.
fn still<'s>(now: &Terms, had: impl Iterator<Item = &'s Slot> + Clone) -> Vec<i32> {
    let goes_on = |slot: &&Slot| had.clone().any(|h| h.offering == slot.offering && h.same_time(slot));
    now.slots.iter().filter(goes_on).map(|s| s.number).collect()
}
