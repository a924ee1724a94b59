//! Lending a copy.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::PersonId;
use serde::{Deserialize, Serialize};
use serde_json::json;
use stations::Station;

use super::line;
use super::told::known_until;
use crate::catalogue::answers as catalogue;
use crate::lending::answers::{day_of, due_on, late, settings};
use crate::lending::rules::{self, Done, Hand, LendFacts, NoLoan, Taken};
use crate::lending::store::copies::{hold_title, title_of};
use crate::lending::store::loans::{Kept, Told};
use crate::lending::store::readers::Reader;
use crate::lending::store::{holds, loans, readers};
use crate::rules::{Copy, Title};
use crate::{CopyId, LoanId, TitleId};

/// What is lent, and to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lending {
    pub copy: CopyId,
    pub person: PersonId,
    /// Over the limits of the reader. Only the desk may.
    pub despite: bool,
}

/// Stands for somebody in the hash of a request, which is kept for two days with its answer: without the key of the house nobody can
/// try out who it was.
pub fn unnamed(house: &House, person: PersonId) -> [u8; 32] {
    house.keys.lookup("library-once", &person.to_string())
}

/// That it was lent. To whom, this does not say: it is kept for two days with the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LentOut {
    pub loan: LoanId,
    pub copy: CopyId,
    pub title: TitleId,
    pub due_on: Date,
}

/// Lends a copy.
///
/// # Errors
/// What the rules say; somebody who is forgotten is not found.
pub async fn lend(
    house: &House,
    station: &Arc<Station>,
    lending: Lending,
    (hand, once): (Hand, Option<Once>),
) -> Result<LentOut, Not<NoLoan>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| lend_within(c, &h, &station, lending, (hand, now)))
    };
    house.db.write(work).await
}

/// The same in the transaction of whoever calls, as if it were done at `at`.
///
/// # Errors
/// As [`lend`].
pub fn lend_within(
    c: &mut Conn,
    house: &House,
    station: &Station,
    lending: Lending,
    (hand, at): (Hand, Timestamp),
) -> Result<LentOut, Not<NoLoan>> {
    lent(c, house, station, lending, Done::now(hand, at))
}

/// Who does it, as events have it: residents are not told apart.
pub(super) fn by(hand: Hand) -> By {
    match hand {
        Hand::Desk(staff) => By::Staff(staff.0),
        Hand::Kiosk | Hand::Phone => By::Resident,
    }
}

pub(super) fn lent(
    c: &mut Conn,
    house: &House,
    station: &Station,
    lending: Lending,
    done: Done,
) -> Result<LentOut, Not<NoLoan>> {
    let id = match title_of(c, station.id, lending.copy) {
        Err(Fault::NotFound) => return Err(NoLoan::NoSuchCopy.into()),
        found => found?,
    };
    let (at, hand) = (done.at, done.hand);
    let today = day_of(station, at);
    let due = due_on(house, station, &settings(c, station.id)?, today);
    people::keep_until(c, lending.person, known_until(station, due))?;
    hold_title(c, station.id, id)?;
    let copy = catalogue::hold_copy(c, station.id, lending.copy)?;
    let title = catalogue::title(c, station.id, id)?;
    let lending = Lending { despite: lending.despite && matches!(hand, Hand::Desk(_)), ..lending };
    let decided = rules::lend(&facts(c, station, lending, (&copy, &title), (today, due))?)?;
    let loan = kept(c, house, station, (lending.person, &copy), (at, today, decided.due_on))?;
    issued(c, house, station, (lending.person, id), done)?;
    let kind = if decided.despite { "loan.lent-despite" } else { "loan.lent" };
    event::record(
        c,
        station.id,
        house.now(),
        by(hand),
        kind,
        &copy.id.to_string(),
        &json!({ "how": done.how.word() }),
    )?;
    came_to_them(c, house, station, (lending.person, copy.title), (by(hand), house.now()))?;
    Ok(LentOut { loan, copy: copy.id, title: copy.title, due_on: decided.due_on })
}

/// That something was lent, for figures.
pub(super) fn issued(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (person, title): (PersonId, TitleId),
    done: Done,
) -> Result<(), Fault> {
    let (title, today) = (catalogue::title(c, station.id, title)?, day_of(station, done.at));
    let first = is_first(c, station, person, today)?;
    let data =
        json!({ "children": title.for_children, "first": first, "how": done.how.word(), "kind": title.kind.word() });
    fact::record(c, station.id, house.new_id(), "library.issue", (today, done.at), &data)
}

fn facts(
    c: &mut Conn,
    station: &Station,
    lending: Lending,
    (copy, title): (&Copy, &Title),
    (today, due_on): (Date, Date),
) -> Result<LendFacts, Fault> {
    let decided = settings(c, station.id)?;
    let theirs = loans::of_person(c, Some(station.id), lending.person)?;
    let taken = loans::of_copy(c, station.id, copy.id)?;
    let aside = holds::of_copy(c, station.id, copy.id)?;
    Ok(LendFacts {
        title: title.id,
        kind: title.kind,
        kinds: decided.kinds,
        stands: copy.stands,
        taken: taken.map(|loan| Taken { by_them: loan.person == Some(lending.person), due_on: loan.due_on }),
        kept_for_another: aside.is_some_and(|hold| hold.person != lending.person),
        have: i64::try_from(theirs.len()).map_err(Fault::broken)?,
        most: decided.most_items,
        overdue: late(&theirs, &decided, today),
        despite: lending.despite,
        due_on,
    })
}

fn kept(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (person, copy): (PersonId, &Copy),
    (lent_at, lent_on, due_on): (Timestamp, Date, Date),
) -> Result<LoanId, Fault> {
    let loan = Kept {
        station: station.id,
        id: LoanId(house.new_id()),
        copy: copy.id,
        title: copy.title,
        person: Some(person),
        lent_at,
        lent_on,
        due_on,
        renewals: 0,
        told: Told::Nothing,
    };
    loans::insert(c, &loan)?;
    let last_lent_on = copy.last_lent_on.max(Some(lent_on));
    let seen_on = copy.seen_on.max(Some(lent_on));
    catalogue::set_copy(c, station.id, &Copy { last_lent_on, seen_on, ..copy.clone() })?;
    Ok(loan.id)
}

/// Whether it is the first thing that they take this month; from now on it is not.
fn is_first(c: &mut Conn, station: &Station, person: PersonId, today: Date) -> Result<bool, Fault> {
    let reader = readers::of(c, station.id, person)?;
    let month = Some(today.first_of_month());
    if reader.month >= month {
        return Ok(false);
    }
    readers::set(c, station.id, person, Reader { month, ..reader })?;
    Ok(true)
}

/// Whoever has a title does not wait for it any more. If another copy was put aside for them, it is the next one's.
fn came_to_them(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (person, title): (PersonId, TitleId),
    how: (By, Timestamp),
) -> Result<(), Fault> {
    let line = holds::of_title(c, station.id, title)?;
    let Some(theirs) = line.iter().find(|hold| hold.person == person) else { return Ok(()) };
    holds::remove(c, station.id, theirs.id)?;
    line::put_aside(c, house, station, title, how)
}
