//! By what notices are found.
use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::grams::{Gram, Part, is_of_text};
use kernel::on;

use crate::NoticeId;
use crate::schema::notice_grams as g;

/// Engines bind only so many values in one statement.
const AT_ONCE: usize = 400;

/// A notice is found by these and no others.
pub fn set(c: &mut Conn, station: StationId, id: NoticeId, grams: &BTreeSet<Gram>) -> Result<(), Fault> {
    remove(c, station, id)?;
    let rows: Vec<_> =
        grams.iter().map(|gram| (g::station_id.eq(station), g::gram.eq(gram), g::notice_id.eq(id))).collect();
    for some in rows.chunks(AT_ONCE) {
        on!(c, c => diesel::insert_into(g::table).values(some.to_vec()).execute(c))?;
    }
    Ok(())
}

pub fn remove(c: &mut Conn, station: StationId, id: NoticeId) -> Result<(), Fault> {
    let its = g::table.filter(g::station_id.eq(station).and(g::notice_id.eq(id)));
    on!(c, c => diesel::delete(its).execute(c))?;
    Ok(())
}

/// The notices that fit one part of what was typed.
pub fn fitting(c: &mut Conn, station: StationId, part: &Part) -> Result<BTreeSet<NoticeId>, Fault> {
    let mut all = BTreeSet::new();
    for (from, until) in part {
        let ids: Vec<NoticeId> = on!(c, c => g::table
            .filter(g::station_id.eq(station).and(g::gram.ge(from)).and(g::gram.lt(until)))
            .select(g::notice_id)
            .distinct()
            .load(c))?;
        all.extend(ids);
    }
    Ok(all)
}

pub fn of_notice(c: &mut Conn, station: StationId, id: NoticeId) -> Result<BTreeSet<Gram>, Fault> {
    let rows: Vec<Gram> = on!(c, c => g::table
        .filter(g::station_id.eq(station).and(g::notice_id.eq(id)))
        .select(g::gram)
        .load(c))?;
    Ok(rows.into_iter().collect())
}

/// What their texts are made of, notice by notice.
pub fn of_texts(
    c: &mut Conn,
    station: StationId,
    ids: &[NoticeId],
) -> Result<BTreeMap<NoticeId, BTreeSet<Gram>>, Fault> {
    let rows: Vec<(NoticeId, Gram)> = on!(c, c => g::table
        .filter(g::station_id.eq(station).and(g::notice_id.eq_any(ids)))
        .select((g::notice_id, g::gram))
        .load(c))?;
    let mut all: BTreeMap<NoticeId, BTreeSet<Gram>> = BTreeMap::new();
    for (id, gram) in rows.into_iter().filter(|(_, gram)| is_of_text(gram)) {
        all.entry(id).or_default().insert(gram);
    }
    Ok(all)
}
