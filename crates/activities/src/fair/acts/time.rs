//! What time decides: stall holders are forgotten a while after the fair.
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Holding, PersonId};
use serde_json::{Value, json};

use crate::fair::answers::{HOLDER, HOLDER_PHONE};
use crate::fair::store;

/// Names and numbers are kept so many days after the fair.
const KEPT_DAYS: i64 = 30;

/// The periodic work.
///
/// # Errors
/// What broke first.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let today = house.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let day = today.saturating_sub((KEPT_DAYS + 1).days());
    house.db.write(move |c| store::forget_before(c, day)).await?;
    Ok(())
}

/// What was applied for with somebody's number.
pub fn holding() -> Holding {
    Holding { name: "stalls", export, erase }
}

fn theirs(
    c: &mut Conn,
    house: &House,
    person: PersonId,
) -> Result<Vec<(kernel::db::types::StationId, store::Kept)>, Fault> {
    let Some(phone) = people::phone_of(c, house, person)? else { return Ok(vec![]) };
    store::with_phone(c, &house.keys.lookup(HOLDER_PHONE, &phone.e164()))
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let mut all = vec![];
    for (at, kept) in theirs(c, house, person)? {
        let open = |sealed: &Vec<u8>| house.keys.open(HOLDER, sealed).map_err(Fault::broken);
        let name = kept.name_sealed.as_ref().map(open).transpose()?;
        let station = stations::by_id(c, at)?.name_zh;
        let s = &kept.stall;
        all.push(json!({ "station": station, "day": kept.on, "name": name, "sells": s.sells, "state": s.state, "place": s.code }));
    }
    Ok(json!(all))
}

/// Who it was is forgotten; that something is sold there stays until somebody gives the place back.
fn erase(c: &mut Conn, house: &House, person: PersonId, _now: Timestamp) -> Result<(), Fault> {
    for (at, kept) in theirs(c, house, person)? {
        store::forget(c, at, kept.stall.id)?;
    }
    Ok(())
}
