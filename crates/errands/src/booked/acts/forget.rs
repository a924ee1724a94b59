//! What is known of a number that somebody gave for messages only.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use serde_json::{Value, json};

use crate::booked::store;
use crate::booked::tell::PHONE;
use crate::store as kept_store;

fn hash(c: &mut Conn, house: &House, person: PersonId) -> Result<Option<[u8; 32]>, Fault> {
    Ok(people::phone_of(c, house, person)?.map(|phone| house.keys.lookup(PHONE, phone.full())))
}

/// The appointments whose messages go to the person's number, whoever has booked them.
pub(crate) fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Vec<Value>, Fault> {
    let Some(hash) = hash(c, house, person)? else { return Ok(vec![]) };
    let mut all = vec![];
    for (at, id) in store::of_phone(c, &hash)? {
        let station = stations::by_id(c, at)?;
        let kept = kept_store::by_id(c, at, id)?;
        all.push(json!({ "station": station.name_zh, "day": kept.day, "messages_about": kept.booked_at }));
    }
    Ok(all)
}

/// No messages go there any more. The ticket is whoever's who has its address, and stays.
pub(crate) fn erase(c: &mut Conn, house: &House, person: PersonId) -> Result<(), Fault> {
    let Some(hash) = hash(c, house, person)? else { return Ok(()) };
    for (at, id) in store::of_phone(c, &hash)? {
        store::forget_phone(c, at, id)?;
    }
    Ok(())
}
