//! Nobody is in two games at once: five minutes of one person belong to one game, under a primary key.
use diesel::prelude::*;

use crate::ReservationId;
use crate::games::schema::game_cells as x;
use crate::rules::{Span, cells};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// Takes a person's time for a game. If some of it belongs to another game, the database refuses ([`Fault::AlreadyThere`]).
pub fn take(
    c: &mut Conn,
    station: StationId,
    person: PersonId,
    (game, span): (ReservationId, &Span),
) -> Result<(), Fault> {
    let rows: Vec<_> = cells(span)
        .map(|cell| (x::station_id.eq(station), x::person_id.eq(person), x::cell.eq(cell), x::game_id.eq(game)))
        .collect();
    on!(c, c => diesel::insert_into(x::table).values(&rows).execute(c))?;
    Ok(())
}

/// The games that have some of the person's time during `span`.
pub fn games_at(c: &mut Conn, station: StationId, person: PersonId, span: &Span) -> Result<Vec<ReservationId>, Fault> {
    let range = cells(span);
    Ok(on!(c, c => x::table
        .filter(x::station_id.eq(station).and(x::person_id.eq(person)))
        .filter(x::cell.ge(range.start).and(x::cell.lt(range.end)))
        .select(x::game_id)
        .distinct()
        .order(x::game_id)
        .load(c))?)
}

/// Gives everybody's time back.
pub fn free(c: &mut Conn, station: StationId, game: ReservationId) -> Result<(), Fault> {
    let all = x::table.filter(x::station_id.eq(station).and(x::game_id.eq(game)));
    on!(c, c => diesel::delete(all).execute(c))?;
    Ok(())
}

/// Gives one person's time back.
pub fn free_one(c: &mut Conn, station: StationId, person: PersonId, game: ReservationId) -> Result<(), Fault> {
    let theirs = x::table.filter(x::station_id.eq(station).and(x::person_id.eq(person)).and(x::game_id.eq(game)));
    on!(c, c => diesel::delete(theirs).execute(c))?;
    Ok(())
}
