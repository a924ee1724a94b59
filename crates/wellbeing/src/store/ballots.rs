//! Ballots that can still be used.
use std::collections::BTreeSet;

use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use super::{AT_ONCE, count};
use crate::SurveyId;
use crate::schema::survey_ballots as b;

/// In the order of the hashes, so that the place of a row on the disk does not say when its code was printed, and so into whose
/// hands it may have gone.
pub fn insert(c: &mut Conn, station: StationId, id: SurveyId, hashes: &BTreeSet<Vec<u8>>) -> Result<(), Fault> {
    let hashes: Vec<&Vec<u8>> = hashes.iter().collect();
    for some in hashes.chunks(AT_ONCE) {
        let row = |hash: &&Vec<u8>| (b::station_id.eq(station), b::survey_id.eq(id), b::code_hash.eq((*hash).clone()));
        let rows: Vec<_> = some.iter().map(row).collect();
        on!(c, c => diesel::insert_into(b::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// Whether it could be used; it cannot any more.
pub fn spend(c: &mut Conn, station: StationId, id: SurveyId, hash: &[u8]) -> Result<bool, Fault> {
    Ok(on!(c, c => diesel::delete(b::table.find((station, id, hash))).execute(c))? == 1)
}

/// None can be used any more. Returns how many could.
pub fn remove(c: &mut Conn, station: StationId, id: SurveyId) -> Result<u32, Fault> {
    let all = b::table.filter(b::station_id.eq(station).and(b::survey_id.eq(id)));
    count(on!(c, c => diesel::delete(all).execute(c))?)
}
