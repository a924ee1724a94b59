//! By what titles are found.
use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::grams::{Gram, Part};
use kernel::on;

use crate::TitleId;
use crate::schema::title_grams as g;

/// Engines bind only so many values in one statement.
const AT_ONCE: usize = 400;

/// New titles are found by these.
pub fn insert(c: &mut Conn, station: StationId, all: &[(TitleId, BTreeSet<Gram>)]) -> Result<(), Fault> {
    let row = |(id, gram): (TitleId, &Gram)| (g::station_id.eq(station), g::gram.eq(gram.clone()), g::title_id.eq(id));
    let rows: Vec<_> = all.iter().flat_map(|(id, grams)| grams.iter().map(|gram| row((*id, gram)))).collect();
    for some in rows.chunks(AT_ONCE) {
        on!(c, c => diesel::insert_into(g::table).values(some.to_vec()).execute(c))?;
    }
    Ok(())
}

/// A title is found by these and no others.
pub fn set(c: &mut Conn, station: StationId, id: TitleId, grams: BTreeSet<Gram>) -> Result<(), Fault> {
    let its = g::table.filter(g::station_id.eq(station).and(g::title_id.eq(id)));
    on!(c, c => diesel::delete(its).execute(c))?;
    insert(c, station, &[(id, grams)])
}

/// The titles that fit one part of what was typed.
pub fn fitting(c: &mut Conn, station: StationId, part: &Part) -> Result<BTreeSet<TitleId>, Fault> {
    let mut all = BTreeSet::new();
    for (from, until) in part {
        let ids: Vec<TitleId> = on!(c, c => g::table
            .filter(g::station_id.eq(station).and(g::gram.ge(from)).and(g::gram.lt(until)))
            .select(g::title_id)
            .distinct()
            .load(c))?;
        all.extend(ids);
    }
    Ok(all)
}

/// The grams of each of these titles.
pub fn of_titles(
    c: &mut Conn,
    station: StationId,
    ids: &[TitleId],
) -> Result<BTreeMap<TitleId, BTreeSet<Gram>>, Fault> {
    let rows: Vec<(TitleId, Gram)> = on!(c, c => g::table
        .filter(g::station_id.eq(station).and(g::title_id.eq_any(ids)))
        .select((g::title_id, g::gram))
        .load(c))?;
    let mut all: BTreeMap<TitleId, BTreeSet<Gram>> = BTreeMap::new();
    for (id, gram) in rows {
        all.entry(id).or_default().insert(gram);
    }
    Ok(all)
}
