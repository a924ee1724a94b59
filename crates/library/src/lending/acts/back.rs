//! Giving a copy back. Who had it is forgotten with the loan.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::event;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use people::PersonId;
use serde::{Deserialize, Serialize};
use serde_json::json;
use stations::Station;

use super::lend::by;
use super::line;
use crate::catalogue::answers as catalogue;
use crate::lending::answers::{day_of, settings};
use crate::lending::rules::{Done, Hand};
use crate::lending::store::copies::{back_at, hold_title, set_back_at, title_of};
use crate::lending::store::{history, holds, loans, readers};
use crate::rules::{Copy, Stands};
use crate::{CopyId, TitleId};

/// That something came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Back {
    pub title: TitleId,
    pub copy: CopyId,
    pub was_lent: bool,
    /// 0 for what came in time.
    pub days_late: i64,
    /// It is put aside, and does not go back to its shelf.
    pub kept_for_somebody: bool,
    pub shelf: i32,
    /// How it stands now. Only what is here goes to its shelf.
    pub stands: Stands,
}

/// Takes a copy back. One that was not lent is noted as seen, and one that was missing is here again. What should be somewhere else is
/// left as it stands.
///
/// # Errors
/// There is no such copy.
pub async fn give_back(
    house: &House,
    station: &Arc<Station>,
    copy: CopyId,
    (hand, once): (Hand, Option<Once>),
) -> Result<Back, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| back_within(c, &h, &station, copy, (hand, now)))
    };
    house.db.write(work).await
}

/// The same in the transaction of whoever calls, as if it were done at `at`.
///
/// # Errors
/// As [`give_back`].
pub fn back_within(
    c: &mut Conn,
    house: &House,
    station: &Station,
    copy: CopyId,
    (hand, at): (Hand, Timestamp),
) -> Result<Back, Fault> {
    back(c, house, station, copy, Done::now(hand, at))
}

/// Whoever has a copy, held before it: forgetting somebody holds in the same order.
pub(super) fn holder(c: &mut Conn, station: &Station, copy: CopyId) -> Result<Option<PersonId>, Fault> {
    let Some(person) = loans::of_copy(c, station.id, copy)?.and_then(|loan| loan.person) else { return Ok(None) };
    match people::hold(c, person) {
        Err(Fault::NotFound) => Ok(None),
        held => held.map(|()| Some(person)),
    }
}

pub(super) fn back(c: &mut Conn, house: &House, station: &Station, id: CopyId, done: Done) -> Result<Back, Fault> {
    let title = title_of(c, station.id, id)?;
    let person = holder(c, station, id)?;
    hold_title(c, station.id, title)?;
    let copy = catalogue::hold_copy(c, station.id, id)?;
    let loan = loans::of_copy(c, station.id, id)?;
    if loan.as_ref().and_then(|loan| loan.person) != person {
        return Err(Fault::Clash("a copy was lent while it was given back".into()));
    }
    // What a device sends late may be about somebody who had it before.
    let loan = loan.filter(|loan| !done.is_before(loan.lent_at));
    let (at, by) = (done.at, by(done.hand));
    let today = day_of(station, at);
    let stands = if copy.stands == Stands::Missing { Stands::Here } else { copy.stands };
    let seen_on = if stands == Stands::Here { copy.seen_on.max(Some(today)) } else { copy.seen_on };
    let copy = Copy { stands, seen_on, ..copy };
    catalogue::set_copy(c, station.id, &copy)?;
    // A device says all that it did in its order. What it brings back of others is older than what they wrote down since.
    let said_later = loan.is_some() && done.said_later;
    if !said_later && back_at(c, station.id, id)?.is_none_or(|before| before < at) {
        set_back_at(c, station.id, id, at)?;
    }
    let mut days_late = 0;
    if let Some(loan) = &loan {
        days_late = i64::from((today - loan.due_on).get_days()).max(0);
        over(c, house, station, loan, today)?;
        let late = json!({ "late": days_late > 0 });
        fact::record(c, station.id, house.new_id(), "library.return", (today, at), &late)?;
        let data = json!({ "how": done.how.word() });
        event::record(c, station.id, house.now(), by, "loan.returned", &id.to_string(), &data)?;
    }
    line::put_aside(c, house, station, title, (by, house.now()))?;
    let kept_for_somebody = holds::of_copy(c, station.id, id)?.is_some();
    Ok(Back { title, copy: id, was_lent: loan.is_some(), days_late, kept_for_somebody, shelf: copy.shelf, stands })
}

/// The loan is gone. Only whoever wants a list of what they have read has it there.
fn over(c: &mut Conn, house: &House, station: &Station, loan: &loans::Kept, returned_on: Date) -> Result<(), Fault> {
    loans::remove(c, station.id, loan.copy)?;
    let Some(person) = loan.person else { return Ok(()) };
    if !readers::of(c, station.id, person)?.history || !settings(c, station.id)?.history {
        return Ok(());
    }
    // A station that offers no list any more erases them all: whoever decides so waits for this one, or is waited for.
    history::hold_offer(c, station.id)?;
    if settings(c, station.id)?.history {
        let read = history::Kept { station: station.id, title: loan.title, lent_on: loan.lent_on, returned_on };
        history::add(c, house.new_id(), person, &read)?;
    }
    Ok(())
}
