//! Everything by which clubs name a person.
use diesel::prelude::*;

use crate::ClubId;
use crate::clubs::schema::{club_members as m, clubs as k};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// The clubs in which a person is, asks to be, or which they lead or are asked to lead, in the order of keys.
pub fn clubs_with(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, ClubId)>, Fault> {
    let mut all = super::members::clubs_of(c, person)?;
    let named = k::table.filter(k::leader_id.eq(person).or(k::heir_id.eq(person)));
    let leads: Vec<(StationId, ClubId)> = on!(c, c => named.select((k::station_id, k::id)).load(c))?;
    all.extend(leads);
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// Takes a person out of all clubs; those that they led wait for somebody else.
pub fn forget(c: &mut Conn, person: PersonId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(m::table.filter(m::person_id.eq(person))).execute(c))?;
    on!(c, c => diesel::update(k::table.filter(k::leader_id.eq(person)))
        .set(k::leader_id.eq(None::<PersonId>))
        .execute(c))?;
    on!(c, c => diesel::update(k::table.filter(k::heir_id.eq(person)))
        .set(k::heir_id.eq(None::<PersonId>))
        .execute(c))?;
    Ok(())
}
