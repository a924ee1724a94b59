//! Issuing, scanning, replacing and revoking cards: at the desk, by staff who have a role there.
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};

use super::rules::{self, CARD_LASTS};
use super::store::{self, Card};
use crate::consents::{self, Kind};
use crate::ids::{CardId, PersonId, StaffId};
use crate::phone::Phone;
use crate::rules::Name;
use crate::store::persons;

/// Whom a card is for: a name to call and, if wanted, a number. Never a number of an identity card.
#[derive(Debug, Clone)]
pub struct NewHousehold {
    pub name: Name,
    pub phone: Option<Phone>,
}

/// A card that was just made. Its code is told once, to be printed.
#[derive(Debug, Clone)]
pub struct Issued {
    pub card: CardId,
    pub name: String,
    /// What the printed code leads to, below the public address.
    pub code: String,
}

/// What a card tells the desk.
#[derive(Debug, Clone)]
pub struct Household {
    pub card: Card,
    pub name: Option<String>,
    pub phone: Option<Phone>,
}

/// Makes a card for a household, which has agreed to it at the desk. Cards that they had are good no more.
pub fn issue(
    c: &mut Conn,
    house: &House,
    (station, by): (StationId, StaffId),
    new: &NewHousehold,
) -> Result<Issued, Fault> {
    let person = match &new.phone {
        Some(phone) => persons::person_by_phone(c, house, phone)?,
        None => persons::person_by_name(c, house, &new.name)?,
    };
    persons::name_if_unnamed(c, house, person, &new.name)?;
    make(c, house, (station, by), person)
}

/// As [`issue`], once: the same request sent again, as a double tap does, is the same household. Its code is stored nowhere
/// and cannot be told again, so it gets a new card in place of the first.
pub fn issue_once(
    c: &mut Conn,
    house: &House,
    (station, by): (StationId, StaffId),
    new: &NewHousehold,
    once: Option<&Once>,
) -> Result<Issued, Fault> {
    let mut fresh = None;
    let card = only_once(c, station, once, house.now(), |c| {
        let issued = issue(c, house, (station, by), new)?;
        let card = issued.card;
        fresh = Some(issued);
        Ok::<_, Fault>(card)
    })?;
    match fresh {
        Some(issued) => Ok(issued),
        None => reissue(c, house, (station, by), card),
    }
}

fn make(c: &mut Conn, house: &House, (station, by): (StationId, StaffId), person: PersonId) -> Result<Issued, Fault> {
    // Held, so that two desks that make a card at once leave one that is good.
    persons::keep_until(c, person, house.now() + CARD_LASTS)?;
    revoke_cards(c, house, (station, by), person)?;
    consents::give(c, house, person, Kind::Card, Some(by))?;
    let (card, code) = (CardId(house.new_id()), rules::code_of(house.chance.bytes()));
    store::insert(c, house, (card, person), (station, by), &code)?;
    note(c, house, (station, by), "card.issued", card)?;
    let name = persons::name_of(c, house, person)?.unwrap_or_default();
    Ok(Issued { card, name, code })
}

fn note(
    c: &mut Conn,
    house: &House,
    (station, by): (StationId, StaffId),
    kind: &str,
    card: CardId,
) -> Result<(), Fault> {
    event::record(c, station, house.now(), By::Staff(by.0), kind, &card.to_string(), &())?;
    Ok(())
}

fn revoke_cards(c: &mut Conn, house: &House, at: (StationId, StaffId), person: PersonId) -> Result<(), Fault> {
    for card in store::revoke_all(c, person, house.now())? {
        note(c, house, at, "card.revoked", card)?;
    }
    Ok(())
}

/// A new card in place of one that is lost or worn: the old one is good no more.
pub fn reissue(c: &mut Conn, house: &House, at: (StationId, StaffId), card: CardId) -> Result<Issued, Fault> {
    let old = store::by_id(c, at.0, card)?;
    make(c, house, at, old.person)
}

/// Makes a card good no more, and takes back the consent that it rested on. Doing it twice is fine.
pub fn revoke(c: &mut Conn, house: &House, at: (StationId, StaffId), card: CardId) -> Result<(), Fault> {
    let old = store::by_id(c, at.0, card)?;
    persons::hold(c, old.person)?;
    revoke_cards(c, house, at, old.person)?;
    consents::withdraw(c, old.person, Kind::Card, house.now())
}

/// The household whose card was scanned, if the card is good. Nothing is written down: nobody counts who shows a card.
pub fn scanned(c: &mut Conn, house: &House, typed: &str) -> Result<Option<Household>, Fault> {
    let Some(code) = rules::code_in(typed) else { return Ok(None) };
    let card = store::by_code(c, house, &code)?.filter(|card| card.is_good(house.now()));
    card.map(|card| seen(c, house, card)).transpose()
}

/// The household of a card that this station issued.
pub fn household(c: &mut Conn, house: &House, station: StationId, card: CardId) -> Result<Household, Fault> {
    let card = store::by_id(c, station, card)?;
    seen(c, house, card)
}

fn seen(c: &mut Conn, house: &House, card: Card) -> Result<Household, Fault> {
    let (name, phone) = (persons::name_of(c, house, card.person)?, persons::phone_of(c, house, card.person)?);
    Ok(Household { card, name, phone })
}
