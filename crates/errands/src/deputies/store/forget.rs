//! What receptions know of people, and how it goes.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::deputies::VisitId;
use crate::deputies::schema::{reception_steps as s, receptions as v};
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// The visits of a person, at all stations.
pub fn of_person(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, VisitId)>, Fault> {
    Ok(on!(c, c => v::table
        .filter(v::person_id.eq(person))
        .order((v::station_id, v::made_at, v::id))
        .select((v::station_id, v::id))
        .load(c))?)
}

/// What was over at `until` or earlier and still has its words.
pub fn to_forget(c: &mut Conn, until: Timestamp, most: i64) -> Result<Vec<(StationId, VisitId)>, Fault> {
    Ok(on!(c, c => v::table
        .filter(v::forgotten.eq(false).and(v::over_at.le(Ts(until))))
        .order((v::over_at, v::station_id, v::id))
        .limit(most)
        .select((v::station_id, v::id))
        .load(c))?)
}

/// What was said, answered and commented, name and person go; that somebody came and what became of it stays.
pub fn forget_words(c: &mut Conn, station: StationId, id: VisitId) -> Result<(), Fault> {
    let nothing = None::<Vec<u8>>;
    on!(c, c => diesel::update(v::table.find((station, id)))
        .set((
            (v::what_sealed.eq(&nothing), v::name_sealed.eq(&nothing)),
            (v::person_id.eq(None::<PersonId>), v::forgotten.eq(true)),
        ))
        .execute(c))?;
    let steps = s::table.filter(s::station_id.eq(station).and(s::visit_id.eq(id)));
    on!(c, c => diesel::update(steps).set(s::words_sealed.eq(&nothing)).execute(c))?;
    Ok(())
}

/// All of a person.
pub fn forget_person(c: &mut Conn, person: PersonId) -> Result<(), Fault> {
    for (station, id) in of_person(c, person)? {
        forget_words(c, station, id)?;
    }
    Ok(())
}
