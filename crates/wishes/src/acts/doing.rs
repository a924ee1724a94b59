//! What several acts do.
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::event::{self, By};
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, StaffAt, StaffId};
use serde_json::json;
use stations::Station;

use crate::WishId;
use crate::rules::{State, Wish, back};
use crate::store::{claims, people as whose, wishes, writers};

/// Before every key.
pub(super) fn nil() -> Id {
    Id(uuid::Uuid::nil())
}

pub(super) fn day_of(station: &Station, at: Timestamp) -> Date {
    at.to_zoned_datetime(station.zone.clone()).date()
}

/// The event names the wish and nobody.
pub(super) fn record(
    c: &mut Conn,
    station: StationId,
    (id, kind): (WishId, &str),
    (by, now): (By, Timestamp),
) -> Result<(), Fault> {
    event::record(c, station, now, by, kind, &id.to_string(), &json!({}))?;
    Ok(())
}

/// That it happened, and nothing of what it was.
pub(super) fn count(
    c: &mut Conn,
    house: &House,
    station: &Station,
    kind: &'static str,
    now: Timestamp,
) -> Result<(), Fault> {
    fact::record(c, station.id, house.new_id(), kind, (day_of(station, now), now), &json!({}))
}

/// Who wrote it down, now or earlier, and who recorded the consent.
pub(super) fn hands(c: &mut Conn, station: StationId, wish: &Wish) -> Result<Vec<StaffId>, Fault> {
    let recorded = whose::of_wish(c, station, wish.id)?.map(|kept| kept.consent_by);
    let earlier = writers::of_wish(c, station, wish.id)?;
    Ok(std::iter::once(wish.coordinator).chain(recorded).chain(earlier).collect())
}

/// The wish, held, for whoever looks after it: to others the act is not there.
pub(super) fn held_by(c: &mut Conn, station: StationId, id: WishId, staff: &StaffAt) -> Result<Wish, Fault> {
    let wish = wishes::held(c, station, id)?;
    let looks_after = staff.role >= Role::Manager || hands(c, station, &wish)?.contains(&staff.id);
    if looks_after { Ok(wish) } else { Err(Fault::NotFound) }
}

/// It stands otherwise from now on.
pub(super) fn moved(
    c: &mut Conn,
    station: StationId,
    wish: Wish,
    (state, now): (State, Timestamp),
) -> Result<Wish, Fault> {
    let wish = Wish { state, changed_at: now, ..wish };
    wishes::set(c, station, &wish)?;
    Ok(wish)
}

/// Nobody has it any more: it goes back to the others, unless its days are over.
pub(super) fn returned(
    c: &mut Conn,
    house: &House,
    station: &Station,
    wish: Wish,
    now: Timestamp,
) -> Result<(), Fault> {
    claims::remove(c, station.id, wish.id)?;
    let state = back(&wish, day_of(station, now));
    moved(c, station.id, wish, (state, now))?;
    count(c, house, station, "wish.lapsed", now)
}
