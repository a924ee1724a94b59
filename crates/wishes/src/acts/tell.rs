//! What people are told, if they have a phone that gets messages. Never what was wished for, and never by whom: others read phones too.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::view::View;
use kernel::words::Lang;
use people::{PersonId, Phone};
use stations::Station;

use crate::WishId;
use crate::answers::opened_phone;
use crate::rules::{Claim, Kind, State, daytime};
use crate::store::people::Kept;
use crate::store::{claims, people as whose, wishes};

/// The kind of the message to whoever wished.
const ARRIVED: &str = "wish-arrived";
/// The kind of the message to whoever is to bring something.
const REMIND: &str = "wish-remind";

/// What whoever has a wish is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// It is to be brought until then.
    Remind(Timestamp),
    /// It went back to the others.
    Lapsed,
    /// Nobody needs it any more.
    Withdrawn,
    /// The same, of what lies at the station.
    ToFetch,
}

/// Tells whoever has a wish.
pub(super) fn tell(
    c: &mut Conn,
    house: &House,
    station: &Station,
    person: Option<PersonId>,
    (told, now): (Told, Timestamp),
) -> Result<(), Fault> {
    let Some(person) = person else { return Ok(()) };
    let Some(phone) = people::phone_of(c, house, person)?.filter(Phone::is_mobile) else { return Ok(()) };
    let v = View::plain(house, Lang::Zh);
    let (name, key, due) = match told {
        Told::Remind(_) => (REMIND, "wishes-told-remind", daytime(now, &station.zone)),
        Told::Lapsed => ("wish-lapsed", "wishes-told-lapsed", daytime(now, &station.zone)),
        // Before anybody buys it.
        Told::Withdrawn => ("wish-withdrawn", "wishes-told-withdrawn", now),
        Told::ToFetch => ("wish-withdrawn", "wishes-told-to-fetch", now),
    };
    let mut said = vec![("station", station.name(&v).into())];
    if let Told::Remind(until) = told {
        let when = v.when(&station.zone);
        said.push(("until", format!("{} {}", when.date_in_full(when.date(until)), when.time(until)).into()));
    }
    outbox::post(c, house, station.id, name, (phone.full(), &v.ta(key, &said)), due).map(|_| ())
}

/// Tells whoever wished that something lies at the station, or that somebody has time for them. Whether a message could.
pub(super) fn arrived(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (kept, kind): (&Kept, Kind),
    now: Timestamp,
) -> Result<bool, Fault> {
    let phone = opened_phone(house, kept.phone_sealed.as_deref())?.filter(Phone::is_mobile);
    let Some(phone) = phone else { return Ok(false) };
    let v = View::plain(house, Lang::Zh);
    let key = if kind == Kind::Time { "wishes-told-agreed" } else { "wishes-told-arrived" };
    let text = v.ta(key, &[("station", station.name(&v).into())]);
    outbox::post(c, house, station.id, ARRIVED, (phone.full(), &text), daytime(now, &station.zone))?;
    Ok(true)
}

/// Forgets what whoever wished was or would be told. A guardian's number may have been told of another wish too: a clerk calls.
pub(super) fn forget(c: &mut Conn, house: &House, station: &Station, (id, kept): (WishId, &Kept)) -> Result<(), Fault> {
    let phone = opened_phone(house, kept.phone_sealed.as_deref())?.filter(Phone::is_mobile);
    let Some(phone) = phone else { return Ok(()) };
    outbox::forget_kind_sent_to(c, house, station.id, (ARRIVED, phone.full()))?;
    let Some(hash) = &kept.phone_hash else { return Ok(()) };
    for (at, other, _) in whose::of_phone(c, hash)? {
        if at == station.id && other != id && wishes::by_id(c, at, other)?.state == State::Delivered {
            claims::untold(c, at, other)?;
        }
    }
    Ok(())
}

/// Forgets a reminder that nobody has sent yet: what it says is not so any more. Of another wish of theirs one is written again.
pub(super) fn forget_reminder(c: &mut Conn, house: &House, station: &Station, claim: &Claim) -> Result<(), Fault> {
    let Some(person) = claim.person.filter(|_| claim.reminded) else { return Ok(()) };
    let Some(phone) = people::phone_of(c, house, person)? else { return Ok(()) };
    let waits = |m: &outbox::Message| m.station == station.id && m.kind == REMIND && m.state == outbox::State::Waiting;
    if !outbox::sent_to(c, house, phone.full())?.iter().any(waits) {
        return Ok(());
    }
    outbox::forget_kind_sent_to(c, house, station.id, (REMIND, phone.full()))?;
    for (at, other) in claims::of_person(c, person)? {
        if at == station.id && other.wish != claim.wish {
            claims::unreminded(c, at, other.wish)?;
        }
    }
    Ok(())
}
