//! What is held about a resident: that a number is kept for messages, and at which station. Of which opinion, nobody learns, not even
//! whoever signs in with it.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};
use serde_json::{Value, json};

use crate::answers::phone_hash;
use crate::store;

pub fn holding() -> Holding {
    Holding { name: "opinion_contacts", export, erase }
}

fn kept(c: &mut Conn, house: &House, person: PersonId) -> Result<Vec<(kernel::db::types::StationId, Vec<u8>)>, Fault> {
    match people::phone_of(c, house, person)? {
        Some(phone) => store::of_phone(c, &phone_hash(house, &phone)),
        None => Ok(vec![]),
    }
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let mut all = vec![];
    for (station, _) in kept(c, house, person)? {
        let station = stations::by_id(c, station)?;
        all.push(json!({ "station": station.name_zh, "kept": "opinions.contact" }));
    }
    Ok(json!(all))
}

fn erase(c: &mut Conn, house: &House, person: PersonId, _: Timestamp) -> Result<(), Fault> {
    for (station, link) in kept(c, house, person)? {
        store::drop_contact(c, station, &link)?;
    }
    Ok(())
}
