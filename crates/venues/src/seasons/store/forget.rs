//! Everything by which rounds know a person.
use diesel::prelude::*;

use crate::seasons::schema::{season_applications as a, season_rounds as r};
use crate::{ApplicationId, RoundId};
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// What a person has applied for, in the order in which rounds are held.
pub fn of_person(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, RoundId, ApplicationId)>, Fault> {
    let theirs = a::table.filter(a::person_id.eq(person)).select((a::station_id, a::round_id, a::id));
    let mut all: Vec<(StationId, RoundId, ApplicationId)> = on!(c, c => theirs.load(c))?;
    all.sort_unstable();
    Ok(all)
}

/// The group's application stays, without whoever led it.
pub fn unlink(c: &mut Conn, at: (StationId, RoundId, ApplicationId)) -> Result<(), Fault> {
    on!(c, c => diesel::update(a::table.find(at)).set(a::person_id.eq(None::<PersonId>)).execute(c))?;
    Ok(())
}

/// Takes leaders out of up to `most` applications of seasons that ended before the day `before`. Returns how many.
pub fn forget_before(c: &mut Conn, before: Date, most: i64) -> Result<usize, Fault> {
    let old: Vec<(StationId, RoundId, ApplicationId)> = on!(c, c => a::table
        .inner_join(r::table.on(r::station_id.eq(a::station_id).and(r::id.eq(a::round_id))))
        .filter(a::person_id.is_not_null().and(r::ends_on.lt(On(before))))
        .limit(most)
        .select((a::station_id, a::round_id, a::id))
        .load(c))?;
    old.iter().try_for_each(|at| unlink(c, *at))?;
    Ok(old.len())
}
