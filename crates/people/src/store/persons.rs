//! Persons: found by a keyed hash of their number, called by a name that only the key opens.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::Ts;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;

use crate::ids::PersonId;
use crate::phone::Phone;
use crate::rules::{KEPT_PROVED, KEPT_UNPROVED, Name};
use crate::schema::{codes, persons};

/// The purposes under which things are sealed and looked up.
pub const PHONE: &str = "phone";
const NAME: &str = "name";

/// Whose number it is, if anybody has given it.
pub fn who_has(c: &mut Conn, house: &House, phone: &Phone) -> Result<Option<PersonId>, Fault> {
    let hash = house.keys.lookup(PHONE, &phone.e164());
    let found = on!(c, c => persons::table
        .filter(persons::phone_hash.eq(hash.to_vec()))
        .select(persons::id)
        .first::<PersonId>(c)
        .optional())?;
    Ok(found)
}

/// The person with this number; made, not yet proved, if there is none. One whom nobody proves is forgotten
/// [`KEPT_UNPROVED`] after the number was last given, or later if [`keep_until`] said so.
pub fn person_by_phone(c: &mut Conn, house: &House, phone: &Phone) -> Result<PersonId, Fault> {
    if let Some(id) = who_has(c, house, phone)? {
        keep_until(c, id, house.now() + KEPT_UNPROVED)?;
        return Ok(id);
    }
    let id = PersonId(house.new_id());
    let row = (
        persons::id.eq(id),
        persons::phone_hash.eq(house.keys.lookup(PHONE, &phone.e164()).to_vec()),
        persons::phone_sealed.eq(house.keys.seal(PHONE, phone.full(), &house.chance)),
        persons::created_at.eq(Ts(house.now())),
        persons::forget_at.eq(Ts(house.now() + KEPT_UNPROVED)),
    );
    match on!(c, c => diesel::insert_into(persons::table).values(row).execute(c)).map_err(Fault::from) {
        // Somebody else gave the same number at this moment: the next run finds the person.
        Err(Fault::AlreadyThere(what)) => Err(Fault::Clash(what)),
        kept => kept.map(|_| id),
    }
}

/// Somebody without a phone, known by a name that a clerk typed: a new person each time.
pub fn person_by_name(c: &mut Conn, house: &House, name: &Name) -> Result<PersonId, Fault> {
    let id = PersonId(house.new_id());
    let row = (
        persons::id.eq(id),
        persons::name_sealed.eq(house.keys.seal(NAME, name.as_str(), &house.chance)),
        persons::created_at.eq(Ts(house.now())),
        persons::forget_at.eq(Ts(house.now() + KEPT_UNPROVED)),
    );
    on!(c, c => diesel::insert_into(persons::table).values(row).execute(c))?;
    Ok(id)
}

/// Keeps a person at least until `at`, because something of theirs lasts so long. The person is there until the transaction
/// ends; whoever is being forgotten meanwhile is [`Fault::NotFound`], and nothing of theirs is kept.
pub fn keep_until(c: &mut Conn, person: PersonId, at: Timestamp) -> Result<(), Fault> {
    hold(c, person)?;
    let sooner = persons::table.filter(persons::id.eq(person).and(persons::forget_at.lt(Ts(at))));
    on!(c, c => diesel::update(sooner).set(persons::forget_at.eq(Ts(at))).execute(c))?;
    Ok(())
}

/// Until the transaction ends nobody forgets this person. [`Fault::NotFound`] if they are forgotten.
pub fn hold(c: &mut Conn, person: PersonId) -> Result<(), Fault> {
    kernel::hold!(c, persons::table.filter(persons::id.eq(person)).select(persons::id))?;
    on!(c, c => persons::table.find(person).select(persons::id).first::<PersonId>(c))?;
    Ok(())
}

/// Since when a person is known, when their number was proved, and when they are forgotten if nothing happens.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    pub created_at: Timestamp,
    pub verified_at: Option<Timestamp>,
    pub forget_at: Option<Timestamp>,
}

pub fn times_of(c: &mut Conn, person: PersonId) -> Result<Times, Fault> {
    let (created_at, verified_at, forget_at): (Ts, Option<Ts>, Option<Ts>) = on!(c, c => persons::table
        .find(person)
        .select((persons::created_at, persons::verified_at, persons::forget_at))
        .first(c))?;
    Ok(Times { created_at: created_at.0, verified_at: verified_at.map(|t| t.0), forget_at: forget_at.map(|t| t.0) })
}

/// What the person wants to be called. `None` if they never said, or are forgotten.
pub fn name_of(c: &mut Conn, house: &House, person: PersonId) -> Result<Option<String>, Fault> {
    let sealed = on!(c, c => persons::table
        .filter(persons::id.eq(person))
        .select(persons::name_sealed)
        .first::<Option<Vec<u8>>>(c)
        .optional())?;
    sealed.flatten().map(|s| house.keys.open(NAME, &s).map_err(Fault::broken)).transpose()
}

/// The person's number. `None` if they never gave one, or are forgotten.
pub fn phone_of(c: &mut Conn, house: &House, person: PersonId) -> Result<Option<Phone>, Fault> {
    let sealed = on!(c, c => persons::table
        .filter(persons::id.eq(person))
        .select(persons::phone_sealed)
        .first::<Option<Vec<u8>>>(c)
        .optional())?;
    let Some(sealed) = sealed.flatten() else { return Ok(None) };
    let full = house.keys.open(PHONE, &sealed).map_err(Fault::broken)?;
    full.parse().map(Some).map_err(|_| Fault::broken("a stored phone number is none"))
}

/// Notes what the person wants to be called; `None` takes it back.
pub fn set_name(c: &mut Conn, house: &House, person: PersonId, name: Option<&Name>) -> Result<(), Fault> {
    let sealed = name.map(|n| house.keys.seal(NAME, n.as_str(), &house.chance));
    on!(c, c => diesel::update(persons::table.find(person)).set(persons::name_sealed.eq(sealed)).execute(c))?;
    Ok(())
}

/// Notes a name that a clerk typed, unless the person has one: nobody is renamed by others.
pub fn name_if_unnamed(c: &mut Conn, house: &House, person: PersonId, name: &Name) -> Result<(), Fault> {
    let unnamed = persons::table.filter(persons::id.eq(person).and(persons::name_sealed.is_null()));
    let sealed = house.keys.seal(NAME, name.as_str(), &house.chance);
    on!(c, c => diesel::update(unnamed).set(persons::name_sealed.eq(Some(sealed))).execute(c))?;
    Ok(())
}

/// Notes that the number is theirs. From now on the person is kept for [`KEPT_PROVED`], and longer when they come again.
pub fn mark_proved(c: &mut Conn, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    let unproved = persons::table.filter(persons::id.eq(person).and(persons::verified_at.is_null()));
    on!(c, c => diesel::update(unproved).set(persons::verified_at.eq(Some(Ts(now)))).execute(c))?;
    keep_until(c, person, now + KEPT_PROVED)
}

/// Up to `most` persons whose time is over.
pub fn to_be_forgotten(c: &mut Conn, now: Timestamp, most: i64) -> Result<Vec<PersonId>, Fault> {
    let over = persons::forget_at.le(Ts(now));
    Ok(on!(c, c => persons::table.filter(over).limit(most).select(persons::id).load(c))?)
}

/// Removes the person's row and codes: the last step of forgetting somebody.
pub fn remove(c: &mut Conn, person: PersonId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(codes::table.filter(codes::person_id.eq(person))).execute(c))?;
    on!(c, c => diesel::delete(persons::table.find(person)).execute(c))?;
    Ok(())
}
