//! Pictures, sealed.
use diesel::dsl::count_star;
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
    pub sealed: Vec<u8>,
}

pub fn add(c: &mut Conn, station: StationId, opinion: OpinionId, (place, new): (i16, &Kept)) -> Result<(), Fault> {
    let row = (
        (p::station_id.eq(station), p::id.eq(new.id), p::opinion_id.eq(opinion), p::place.eq(place)),
        p::sealed.eq(&new.sealed),
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

/// How many some opinions have, those that have any.
pub fn count(c: &mut Conn, station: StationId, opinions: &[OpinionId]) -> Result<Vec<(OpinionId, i64)>, Fault> {
    Ok(on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::opinion_id.eq_any(opinions.to_vec())))
        .group_by(p::opinion_id)
        .select((p::opinion_id, count_star()))
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
