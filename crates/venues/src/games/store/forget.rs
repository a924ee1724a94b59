//! Everything by which games name a person.
use diesel::prelude::*;

use crate::ReservationId;
use crate::games::schema::{
    game_blocks as b, game_cells as x, game_players as p, game_tellings as t, games as g, spare_times as s,
};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// The games that a person posted or has or had a place in, in one order.
pub fn games_with(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, ReservationId)>, Fault> {
    let mut all: Vec<(StationId, ReservationId)> =
        on!(c, c => g::table.filter(g::person_id.eq(person)).select((g::station_id, g::id)).load(c))?;
    let played: Vec<(StationId, ReservationId)> =
        on!(c, c => p::table.filter(p::person_id.eq(person)).select((p::station_id, p::game_id)).load(c))?;
    all.extend(played);
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// Takes a person out of all games, and forgets their times and whom they kept away from.
pub fn forget(c: &mut Conn, person: PersonId) -> Result<(), Fault> {
    on!(c, c => diesel::update(g::table.filter(g::person_id.eq(person)))
        .set((g::person_id.eq(None::<PersonId>), g::note.eq("")))
        .execute(c))?;
    on!(c, c => diesel::update(p::table.filter(p::person_id.eq(person)))
        .set((p::person_id.eq(None::<PersonId>), p::name_sealed.eq(None::<Vec<u8>>)))
        .execute(c))?;
    on!(c, c => diesel::delete(x::table.filter(x::person_id.eq(person))).execute(c))?;
    on!(c, c => diesel::delete(s::table.filter(s::person_id.eq(person))).execute(c))?;
    on!(c, c => diesel::delete(t::table.filter(t::person_id.eq(person))).execute(c))?;
    on!(c, c => diesel::delete(b::table.filter(b::person_id.eq(person).or(b::blocked_id.eq(person)))).execute(c))?;
    Ok(())
}
