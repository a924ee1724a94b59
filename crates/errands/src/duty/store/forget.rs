//! What questions know of people, and how it goes.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::duty::QuestionId;
use crate::duty::schema::{first_asked as f, first_asked_steps as s};
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// The questions of a person, at all stations.
pub fn of_person(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, QuestionId)>, Fault> {
    Ok(on!(c, c => f::table
        .filter(f::person_id.eq(person))
        .order((f::station_id, f::asked_at, f::id))
        .select((f::station_id, f::id))
        .load(c))?)
}

/// What was closed at `until` or earlier and still has its words.
pub fn to_forget(c: &mut Conn, until: Timestamp, most: i64) -> Result<Vec<(StationId, QuestionId)>, Fault> {
    Ok(on!(c, c => f::table
        .filter(f::forgotten.eq(false).and(f::closed_at.le(Ts(until))))
        .order((f::closed_at, f::station_id, f::id))
        .limit(most)
        .select((f::station_id, f::id))
        .load(c))?)
}

/// Question, answers, name and asker go; that somebody asked and what became of it stays.
pub fn forget_words(c: &mut Conn, station: StationId, id: QuestionId) -> Result<(), Fault> {
    let nothing = None::<Vec<u8>>;
    on!(c, c => diesel::update(f::table.find((station, id)))
        .set((
            (f::what_sealed.eq(&nothing), f::name_sealed.eq(&nothing)),
            (f::person_id.eq(None::<PersonId>), f::forgotten.eq(true)),
        ))
        .execute(c))?;
    let steps = s::table.filter(s::station_id.eq(station).and(s::item_id.eq(id)));
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
