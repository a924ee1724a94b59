//! Who keeps away from whom. Only whoever blocks somebody sees it.
use std::collections::HashSet;

use diesel::prelude::*;
use jiff::Timestamp;

use crate::ReservationId;
use crate::games::schema::game_blocks as b;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// One block, for the person who made it.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    pub id: Id,
    pub station: StationId,
    pub game: ReservationId,
    pub shown_sealed: Vec<u8>,
    pub made_at: Timestamp,
}

pub fn block(
    c: &mut Conn,
    station: StationId,
    (id, person, blocked): (Id, PersonId, PersonId),
    (game, shown_sealed): (ReservationId, &[u8]),
    now: Timestamp,
) -> Result<(), Fault> {
    let row = (
        (b::station_id.eq(station), b::id.eq(id), b::person_id.eq(person), b::blocked_id.eq(blocked)),
        (b::game_id.eq(game), b::shown_sealed.eq(shown_sealed), b::made_at.eq(Ts(now))),
    );
    // Sent twice, it is one.
    on!(c, c => diesel::insert_into(b::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Takes a block of `person` back.
pub fn unblock(c: &mut Conn, station: StationId, person: PersonId, id: Id) -> Result<(), Fault> {
    let one = b::table.filter(b::station_id.eq(station).and(b::id.eq(id)).and(b::person_id.eq(person)));
    on!(c, c => diesel::delete(one).execute(c))?;
    Ok(())
}

/// Whom a person keeps away from, the newest first: their own question.
pub fn blocks_of(c: &mut Conn, person: PersonId) -> Result<Vec<Block>, Fault> {
    type Found = (Id, StationId, ReservationId, Vec<u8>, Ts);
    let rows: Vec<Found> = on!(c, c => b::table
        .filter(b::person_id.eq(person))
        .order(b::id.desc())
        .select((b::id, b::station_id, b::game_id, b::shown_sealed, b::made_at))
        .load(c))?;
    let to_block = |(id, station, game, shown_sealed, made_at): Found| Block {
        id,
        station,
        game,
        shown_sealed,
        made_at: made_at.0,
    };
    Ok(rows.into_iter().map(to_block).collect())
}

/// Everybody from whom `person` is kept, by whichever of the two.
pub fn kept_from(c: &mut Conn, person: PersonId) -> Result<HashSet<PersonId>, Fault> {
    let mut all: Vec<PersonId> = on!(c, c => b::table.filter(b::person_id.eq(person)).select(b::blocked_id).load(c))?;
    let against: Vec<PersonId> = on!(c, c => b::table.filter(b::blocked_id.eq(person)).select(b::person_id).load(c))?;
    all.extend(against);
    Ok(all.into_iter().collect())
}

/// Whether `person` is kept from one of `others`.
pub fn are_apart(c: &mut Conn, person: PersonId, mut others: impl Iterator<Item = PersonId>) -> Result<bool, Fault> {
    let kept = kept_from(c, person)?;
    Ok(!kept.is_empty() && others.any(|o| kept.contains(&o)))
}
