//! What time decides: a car that stood in the way is forgotten with its day.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};
use serde_json::{Value, json};

use crate::parking::answers::{ASKER, ASKER_PHONE};
use crate::parking::store;

/// The periodic work.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    // In every zone the day before is over by then.
    let day = (house.now() - SignedDuration::from_hours(12)).to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    house.db.write(move |c| store::forget_before(c, day)).await?;
    Ok(())
}

/// What was asked with somebody's number.
pub fn holding() -> Holding {
    Holding { name: "parking-moves", export, erase }
}

fn theirs(
    c: &mut Conn,
    house: &House,
    person: PersonId,
) -> Result<Vec<(kernel::db::types::StationId, store::Move)>, Fault> {
    let Some(phone) = people::phone_of(c, house, person)? else { return Ok(vec![]) };
    store::with_phone(c, &house.keys.lookup(ASKER_PHONE, &phone.e164()))
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let mut all = vec![];
    for (at, one) in theirs(c, house, person)? {
        let open = |sealed: &Vec<u8>| house.keys.open(ASKER, sealed).map_err(Fault::broken);
        let name = one.asker_sealed.as_ref().map(open).transpose()?;
        all.push(json!({ "station": stations::by_id(c, at)?.name_zh, "day": one.on, "name": name, "done": one.done }));
    }
    Ok(json!(all))
}

fn erase(c: &mut Conn, house: &House, person: PersonId, _now: Timestamp) -> Result<(), Fault> {
    for (at, one) in theirs(c, house, person)? {
        store::forget(c, at, one.id)?;
    }
    Ok(())
}
