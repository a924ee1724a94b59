//! What a device did while it had no line: each entry is done once, whatever is sent again, and what does not fit with what is written
//! down becomes a task for a clerk. What has happened is not refused: the book is out, or back.
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{PersonId, Phone, StaffId};
use serde::Serialize;
use stations::Station;

use super::lend::{Lending, issued, lent};
use super::{back, renew};
use crate::catalogue::{answers as catalogue, rules::barcode};
use crate::lending::rules::log::{self, Kind, Outcome};
use crate::lending::rules::{By, Done, NoLoan, NoRenewal, task};
use crate::lending::store::copies::back_at;
use crate::lending::store::{loans, log as sent, tasks};
use crate::rules::{Copy, Stands};
use crate::{CopyId, TaskId};

/// Something that was done at the counter without a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The device's own, drawn when it was done.
    pub id: Id,
    pub kind: Kind,
    /// As it was scanned.
    pub barcode: String,
    /// The same; empty for what was given back. It is read, and not kept.
    pub card: String,
    /// How long ago, by the device's count.
    pub ago: SignedDuration,
}

/// What became of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Replayed {
    pub id: Id,
    pub outcome: Outcome,
    /// What a clerk has to look at.
    pub task: Option<TaskId>,
}

/// Takes at most [`log::MOST`] entries, in their order; whatever is beyond has to be sent again. Each is a transaction of its own: what
/// was taken before something broke stays taken.
///
/// # Errors
/// What broke. What was not answered is sent again.
pub async fn replay(
    house: &House,
    station: &Arc<Station>,
    staff: StaffId,
    entries: Vec<Entry>,
) -> Result<Vec<Replayed>, Fault> {
    let mut all = vec![];
    for entry in entries.into_iter().take(log::MOST) {
        let (h, station) = (house.clone(), station.clone());
        all.push(house.db.write(move |c| once(c, &h, &station, staff, &entry)).await?);
    }
    Ok(all)
}

/// The key of a press at the counter, and of what a device has noted in its place: a press may have been done although its answer was
/// lost, and a form may come after the log, from another tab or by another clerk. Whichever comes first is done, the other is not.
pub fn pressed(key: &str, request: &impl Serialize) -> Once {
    Once::new(key, "counter", request)
}

/// A barcode has at most so many characters; a card has more.
const LONGEST_BARCODE: usize = 20;

/// Where and when something was done.
#[derive(Clone, Copy)]
struct Doing<'a> {
    house: &'a House,
    station: &'a Station,
    staff: StaffId,
    done: Done,
}

/// What an entry leads to.
enum Led {
    To(Outcome),
    /// Written down or not, a clerk has to look.
    Look(task::Kind, Option<PersonId>),
}

fn once(c: &mut Conn, house: &House, station: &Station, staff: StaffId, entry: &Entry) -> Result<Replayed, Fault> {
    if let Some(known) = known(c, station, entry)? {
        return Ok(known);
    }
    let key = pressed(&entry.id.to_string(), &"noted");
    let mut fresh = None;
    let done = only_once(c, station.id, Some(&key), house.now(), |c| {
        fresh = Some(taken(c, house, station, staff, entry)?);
        Ok::<_, Fault>(())
    });
    match done {
        // It was done as a press.
        Err(Fault::KeyReused) => {}
        done => done?,
    }
    match fresh {
        Some(fresh) => Ok(fresh),
        // Who sent the same at the same moment may have written it down meanwhile.
        None => {
            Ok(known(c, station, entry)?.unwrap_or(Replayed { id: entry.id, outcome: Outcome::Already, task: None }))
        }
    }
}

/// What came of it, if it was sent before.
fn known(c: &mut Conn, station: &Station, entry: &Entry) -> Result<Option<Replayed>, Fault> {
    let Some(outcome) = sent::outcome(c, station.id, entry.id)? else { return Ok(None) };
    Ok(Some(Replayed { id: entry.id, outcome, task: tasks::of_log(c, station.id, entry.id)? }))
}

fn taken(c: &mut Conn, house: &House, station: &Station, staff: StaffId, entry: &Entry) -> Result<Replayed, Fault> {
    let now = house.now();
    let at = log::happened_at(now, entry.ago);
    let doing = Doing { house, station, staff, done: Done::said(staff, at, now) };
    let copy = copy_of(c, station, &entry.barcode)?;
    let led = match &copy {
        None => Led::Look(task::Kind::NoSuchBarcode, card_of(c, house, &entry.card)?),
        Some(copy) => match entry.kind {
            Kind::Lent => lent_then(c, doing, copy, &entry.card)?,
            Kind::Back => back_then(c, doing, copy)?,
            Kind::Renewed => renewed_then(c, doing, copy, &entry.card)?,
        },
    };
    let known = copy.is_some();
    let (outcome, task) = match led {
        Led::To(outcome) => (outcome, None),
        Led::Look(kind, person) => {
            let about = (copy.map(|copy| copy.id), person);
            (Outcome::Look, Some(asked(c, doing, entry, (kind, about), now)?))
        }
    };
    let kept = sent::Kept {
        id: entry.id,
        staff,
        kind: entry.kind,
        barcode: as_kept(&entry.barcode, known),
        happened_at: doing.done.at,
        received_at: now,
        outcome,
    };
    sent::insert(c, station.id, &kept)?;
    Ok(Replayed { id: entry.id, outcome, task })
}

/// The copy that was scanned: by its number, or by the address that its code leads to.
fn copy_of(c: &mut Conn, station: &Station, scanned: &str) -> Result<Option<Copy>, Fault> {
    match barcode::read(scanned) {
        Some(number) => catalogue::copy_by_barcode(c, station.id, &number),
        None => Ok(None),
    }
}

/// What is kept of what was scanned as a barcode. By mistake it may be a card, a name, the number of a telephone or of somebody's
/// identity card: of those nothing, unless a copy has that number.
fn as_kept(scanned: &str, known: bool) -> String {
    let number = barcode::read(scanned).unwrap_or_else(|| scanned.trim().to_owned());
    let plain = number.len() <= LONGEST_BARCODE && number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let fits = known || barcode::number(&number).is_some() || plain && !is_about_somebody(&number);
    if fits { number } else { String::new() }
}

/// Whether it may be a name, the number of a telephone, or the 18 digits of an identity card (GB 11643), of which the last may be an X.
fn is_about_somebody(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let bare: Vec<u8> = text.bytes().filter(|b| *b != b'-').collect();
    let identity = bare.len() == 18 && bare[..17].iter().all(u8::is_ascii_digit) && b"0123456789Xx".contains(&bare[17]);
    digits == 0 || identity || text.parse::<Phone>().is_ok()
}

/// Whose card was scanned, if it is good.
fn card_of(c: &mut Conn, house: &House, scanned: &str) -> Result<Option<PersonId>, Fault> {
    Ok(people::scanned_card(c, house, scanned)?.map(|household| household.card.person))
}

fn asked(
    c: &mut Conn,
    doing: Doing<'_>,
    entry: &Entry,
    (kind, (copy, person)): (task::Kind, (Option<CopyId>, Option<PersonId>)),
    now: Timestamp,
) -> Result<TaskId, Fault> {
    if let Some(person) = person {
        // Until the transaction ends nobody forgets whom the task is about: afterwards the task would still name them.
        people::hold(c, person)?;
    }
    let id = TaskId(doing.house.new_id());
    let new = tasks::Kept {
        station: doing.station.id,
        id,
        kind,
        log: Some(entry.id),
        copy,
        person,
        barcode: as_kept(&entry.barcode, copy.is_some()),
        happened_at: doing.done.at,
        made_at: now,
        settled_at: None,
    };
    tasks::insert(c, &new)?;
    Ok(id)
}

/// The limits of the reader do not count: the book is with them, and it is known with whom.
fn lent_then(c: &mut Conn, doing: Doing<'_>, copy: &Copy, card: &str) -> Result<Led, Fault> {
    let Some(person) = card_of(c, doing.house, card)? else { return Ok(Led::Look(task::Kind::CardNotGood, None)) };
    // In the order in which lending holds them.
    people::hold(c, person)?;
    crate::lending::store::copies::hold_title(c, doing.station.id, copy.title)?;
    if over_already(c, doing, copy.id)? {
        // It came back before anybody here knew that it was lent. It was lent all the same.
        issued(c, doing.house, doing.station, (person, copy.title), doing.done)?;
        return Ok(Led::To(Outcome::Already));
    }
    let was_missing = copy.stands == Stands::Missing;
    if was_missing {
        let here = Copy { stands: Stands::Here, ..catalogue::hold_copy(c, doing.station.id, copy.id)? };
        catalogue::set_copy(c, doing.station.id, &here)?;
    }
    let lending = Lending { copy: copy.id, person, despite: true };
    let done = lent(c, doing.house, doing.station, lending, doing.done);
    if was_missing && matches!(done, Err(Not::Refused(_))) {
        // Nobody has found it.
        let missing = Copy { stands: Stands::Missing, ..catalogue::hold_copy(c, doing.station.id, copy.id)? };
        catalogue::set_copy(c, doing.station.id, &missing)?;
    }
    match done {
        Ok(_) if was_missing => Ok(Led::Look(task::Kind::FoundWhileMissing, Some(person))),
        Ok(_) => Ok(Led::To(Outcome::Done)),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(NoLoan::LentToYou { .. })) => Ok(Led::To(Outcome::Already)),
        Err(Not::Refused(NoLoan::Lent { .. })) => Ok(Led::Look(task::Kind::LentToAnother, Some(person))),
        Err(Not::Refused(_)) => Ok(Led::Look(task::Kind::RuleSaidNo, Some(person))),
    }
}

/// Whether a copy came back after it was lent so: then it is nobody's, or whose it became afterwards.
fn over_already(c: &mut Conn, doing: Doing<'_>, copy: CopyId) -> Result<bool, Fault> {
    let Some(back) = back_at(c, doing.station.id, copy)?.filter(|back| *back > doing.done.at) else { return Ok(false) };
    Ok(loans::of_copy(c, doing.station.id, copy)?.is_none_or(|loan| loan.lent_at >= back))
}

/// What was not lent was given back by another way, unless it should be somewhere else.
fn back_then(c: &mut Conn, doing: Doing<'_>, copy: &Copy) -> Result<Led, Fault> {
    let came = back::back(c, doing.house, doing.station, copy.id, doing.done)?;
    Ok(match copy.stands {
        _ if came.was_lent => Led::To(Outcome::Done),
        Stands::OnTheWay | Stands::Gone => Led::Look(task::Kind::NotLentBack, None),
        _ => Led::To(Outcome::Already),
    })
}

/// What is not with whoever renewed it came back meanwhile, or is with somebody else by now.
fn renewed_then(c: &mut Conn, doing: Doing<'_>, copy: &Copy, card: &str) -> Result<Led, Fault> {
    let Some(loan) = loans::of_copy(c, doing.station.id, copy.id)?.filter(|loan| !doing.done.is_before(loan.lent_at))
    else {
        return Ok(Led::To(Outcome::Already));
    };
    let person = match card.trim().is_empty() {
        true => loan.person,
        false => match card_of(c, doing.house, card)? {
            None => return Ok(Led::Look(task::Kind::CardNotGood, None)),
            known => known,
        },
    };
    if person != loan.person {
        return Ok(Led::Look(task::Kind::LentToAnother, person));
    }
    match renew::renewed(c, doing.house, doing.station, loan.id, (By::Staff(doing.staff), doing.done.at)) {
        Ok(_) => Ok(Led::To(Outcome::Done)),
        // Renewed on the day on which it was lent, it is due when it was due: there is nothing to look at.
        Err(Not::Fault(Fault::NotFound) | Not::Refused(NoRenewal::TooEarly)) => Ok(Led::To(Outcome::Already)),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(_)) => Ok(Led::Look(task::Kind::RuleSaidNo, person)),
    }
}
