//! Which opinion a token was given for.
use diesel::prelude::*;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId};
use kernel::fault::Fault;
use kernel::on;
use opinions::OpinionId;

use crate::schema::open_tokens as t;

/// Keeps where a token leads, and of the day its month. Twice is once.
pub fn keep(
    c: &mut Conn,
    station: StationId,
    (token_hash, opinion): (&[u8], OpinionId),
    today: Date,
) -> Result<(), Fault> {
    let row = (
        (t::station_id.eq(station), t::token_hash.eq(token_hash)),
        (t::opinion_id.eq(opinion), t::month.eq(On(today.first_of_month()))),
    );
    on!(c, c => diesel::insert_into(t::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

pub fn opinion_of(c: &mut Conn, station: StationId, token_hash: &[u8]) -> Result<Option<OpinionId>, Fault> {
    Ok(on!(c, c => t::table.find((station, token_hash)).select(t::opinion_id).first(c).optional())?)
}

pub fn forget_before(c: &mut Conn, before: Date) -> Result<usize, Fault> {
    Ok(on!(c, c => diesel::delete(t::table.filter(t::month.lt(On(before)))).execute(c))?)
}
