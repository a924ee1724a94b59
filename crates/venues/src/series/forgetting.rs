//! What series know of a resident: told to them, and forgotten.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::acts::{Doing, end_from};
use super::schema::series as s;
use super::store as kept;
use crate::acts::GUEST;
use crate::rules::VenueId;
use crate::{SeriesId, store};
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;
use kernel::refusal::Not;
use people::{Holding, PersonId};

/// What stands where a name stood: a series always has a holder.
const SOMEBODY: &str = "—";

pub fn holding() -> Holding {
    Holding { name: "series", export, erase }
}

/// In the order in which venues are held everywhere.
fn all_of(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, VenueId, SeriesId)>, Fault> {
    let theirs = s::table.filter(s::person_id.eq(person)).select((s::station_id, s::venue_id, s::id));
    let mut all: Vec<(StationId, VenueId, SeriesId)> = on!(c, c => theirs.load(c))?;
    all.sort_unstable();
    Ok(all)
}

fn export(c: &mut Conn, house: &House, person: PersonId) -> Result<Value, Fault> {
    let one = |c: &mut Conn, (station, _, id)| {
        let series = kept::by_id(c, station, id)?;
        let what = store::catalogue(c, station)?.offering_by_id(series.offering).map(|o| o.name.zh.clone());
        let place = stations::by_id(c, station)?;
        let typed = series.holder.guest_sealed().map(|sealed| house.keys.open(GUEST, sealed)).transpose();
        Ok::<_, Fault>(json!({
            "station": place.name_zh,
            "what": what,
            "for": series.title,
            "rule": series.terms.rule.to_string(),
            "from": series.terms.starts_on,
            "until": series.terms.ends_on,
            "made_at": series.made_at,
            "name_at_the_desk": typed.map_err(Fault::broken)?,
        }))
    };
    all_of(c, person)?.into_iter().map(|at| one(c, at)).collect()
}

/// Ends what they hold, and takes them out of what they held.
fn erase(c: &mut Conn, house: &House, person: PersonId, now: Timestamp) -> Result<(), Fault> {
    for (station, _, id) in all_of(c, person)? {
        let place = stations::by_id(c, station)?;
        let doing = Doing { house, station: &place, now, by: By::Resident };
        // No deadline holds back somebody who is to be forgotten.
        match end_from(c, &doing, id, (doing.today(), false)) {
            Ok(_) | Err(Not::Refused(_)) => {}
            Err(Not::Fault(fault)) => return Err(fault),
        }
        unlink(c, house, (station, id), now)?;
    }
    Ok(())
}

fn unlink(c: &mut Conn, house: &House, at: (StationId, SeriesId), now: Timestamp) -> Result<(), Fault> {
    let nobody = (
        s::person_id.eq(None::<PersonId>),
        s::guest_sealed.eq(Some(house.keys.seal(GUEST, SOMEBODY, &house.chance))),
        s::title.eq(""),
        s::forgotten_at.eq(Some(Ts(now))),
    );
    on!(c, c => diesel::update(s::table.find(at)).set(nobody).execute(c))?;
    Ok(())
}

/// Takes whoever held them out of up to `most` series that ended before the day `before`. Returns how many. Offices and
/// clubs are nobody, and stay.
pub fn forget_before(c: &mut Conn, house: &House, before: Date, most: i64) -> Result<usize, Fault> {
    let somebodys = s::person_id.is_not_null().or(s::guest_sealed.is_not_null());
    let old: Vec<(StationId, SeriesId)> = on!(c, c => s::table
        .filter(s::forgotten_at.is_null().and(s::ends_on.lt(On(before))))
        .filter(somebodys)
        .limit(most)
        .select((s::station_id, s::id))
        .load(c))?;
    old.iter().try_for_each(|at| unlink(c, house, *at, house.now()))?;
    Ok(old.len())
}
