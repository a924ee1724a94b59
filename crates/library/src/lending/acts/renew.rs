//! Keeping something for longer.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::event;
use kernel::fact;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use serde_json::json;
use stations::Station;

use super::told::known_until;
use crate::LoanId;
use crate::catalogue::answers as catalogue;
use crate::lending::answers::{day_of, due_on, late, settings};
use crate::lending::rules::{self, By, NoRenewal, RenewFacts};
use crate::lending::store::copies::hold_title;
use crate::lending::store::loans::{Kept, Told};
use crate::lending::store::{holds, loans};

/// Renews a loan: for whoever has it, or by staff for them. The new day on which it is due.
///
/// # Errors
/// What the rules say; what was given back is not found.
pub async fn renew(
    house: &House,
    station: &Arc<Station>,
    loan: LoanId,
    by: By,
    once: Option<Once>,
) -> Result<Date, Not<NoRenewal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work =
        move |c: &mut Conn| only_once(c, station.id, once.as_ref(), now, |c| renewed(c, &h, &station, loan, (by, now)));
    house.db.write(work).await
}

/// Who does it, as events have it.
pub(super) fn written(by: By) -> event::By {
    match by {
        By::Person(_) => event::By::Resident,
        By::Staff(staff) => event::By::Staff(staff.0),
    }
}

pub(super) fn renewed(
    c: &mut Conn,
    house: &House,
    station: &Station,
    id: LoanId,
    (by, at): (By, Timestamp),
) -> Result<Date, Not<NoRenewal>> {
    let before = loans::by_id(c, station.id, id)?;
    let today = day_of(station, at);
    let decided = settings(c, station.id)?;
    let next = due_on(house, station, &decided, today);
    if let Some(person) = before.person {
        people::keep_until(c, person, known_until(station, next))?;
    }
    hold_title(c, station.id, before.title)?;
    catalogue::hold_copy(c, station.id, before.copy)?;
    // Given back meanwhile, it is not found.
    let loan = loans::by_id(c, station.id, id)?;
    let theirs = match (by, loan.person) {
        (By::Person(asks), Some(person)) => asks == person,
        (By::Person(_), None) => false,
        (By::Staff(_), _) => true,
    };
    let overdue = match (by, loan.person) {
        (By::Person(_), Some(person)) => late(&loans::of_person(c, Some(station.id), person)?, &decided, today),
        _ => None,
    };
    let facts = RenewFacts {
        theirs,
        renewals: loan.renewals,
        most: decided.renewals,
        others_wait: !holds::wanted(c, station.id, &[loan.title])?.is_empty(),
        overdue,
        due_on: loan.due_on,
        next,
    };
    let due_on = rules::renew(&facts)?;
    loans::set(c, &Kept { due_on, renewals: loan.renewals + 1, told: Told::Nothing, ..loan.clone() })?;
    fact::record(c, station.id, house.new_id(), "library.renewal", (today, at), &json!({}))?;
    let subject = loan.copy.to_string();
    event::record(c, station.id, house.now(), written(by), "loan.renewed", &subject, &json!({}))?;
    Ok(due_on)
}
