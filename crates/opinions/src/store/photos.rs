//! Pictures, sealed.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use crate::schema::opinion_photos as p;
use crate::{OpinionId, PhotoId};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: PhotoId,
    pub width: i32,
    pub height: i32,
    pub sealed: Vec<u8>,
}

pub fn add(c: &mut Conn, station: StationId, opinion: OpinionId, (place, new): (i16, &Kept)) -> Result<(), Fault> {
    let row = (
        (p::station_id.eq(station), p::id.eq(new.id), p::opinion_id.eq(opinion), p::place.eq(place)),
        (p::width.eq(new.width), p::height.eq(new.height), p::sealed.eq(&new.sealed)),
    );
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    Ok(())
}

/// Those of an opinion, in their order.
pub fn ids(c: &mut Conn, station: StationId, opinion: OpinionId) -> Result<Vec<PhotoId>, Fault> {
    Ok(on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::opinion_id.eq(opinion)))
        .order((p::place, p::id))
        .select(p::id)
        .load(c))?)
}

/// How many each opinion of a station has.
pub fn count(c: &mut Conn, station: StationId, opinions: &[OpinionId]) -> Result<Vec<OpinionId>, Fault> {
    Ok(on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::opinion_id.eq_any(opinions.to_vec())))
        .select(p::opinion_id)
        .load(c))?)
}

/// Whose picture it is, and the picture, still sealed.
pub fn opened(c: &mut Conn, station: StationId, id: PhotoId) -> Result<(OpinionId, Vec<u8>), Fault> {
    Ok(on!(c, c => p::table.find((station, id)).select((p::opinion_id, p::sealed)).first(c))?)
}

pub fn remove_all(c: &mut Conn, station: StationId, opinion: OpinionId) -> Result<(), Fault> {
    let of = p::table.filter(p::station_id.eq(station).and(p::opinion_id.eq(opinion)));
    on!(c, c => diesel::delete(of).execute(c))?;
    Ok(())
}
