//! What everybody may know of a draw.
use jiff::Timestamp;
use kernel::check::Check;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::lottery::Seed;
use stations::Station;

use super::rules::{FORMAT, Published as _, Sheet, draw};
use super::store;
use crate::OccurrenceId;
use crate::store as core;

/// Whether a time's places have been drawn.
pub fn is_drawn(c: &mut Conn, station: StationId, occurrence: OccurrenceId) -> Result<bool, Fault> {
    Ok(store::find(c, station, occurrence)?.is_some_and(|draw| draw.result.is_some()))
}

/// Draws that are open although signing up has closed, of times that have not begun.
pub fn to_draw(c: &mut Conn, now: Timestamp, most: usize) -> Result<Vec<(StationId, OccurrenceId)>, Fault> {
    store::closed(c, now, most)
}

/// The draw as it is published.
pub fn sheet(c: &mut Conn, station: &Station, id: OccurrenceId) -> Result<Sheet, Fault> {
    let occurrence = core::occurrence(c, station.id, id)?;
    let series = core::series(c, station.id, occurrence.series)?;
    let draw = store::find(c, station.id, id)?.ok_or(Fault::NotFound)?;
    let (_, closes_at) = series.plan.signing_up(occurrence.starts_at);
    let sheet = Sheet {
        format: FORMAT.into(),
        station: station.slug.clone(),
        occurrence: id.0,
        title: occurrence.title.unwrap_or(series.plan.title),
        starts_at: occurrence.starts_at,
        closes_at,
        commitment: draw.commitment,
        seats: None,
        entries: vec![],
        locked: None,
        seed: None,
        results: vec![],
        drawn_at: None,
        sum: String::new(),
    };
    Ok(match draw.result {
        None => sheet,
        Some(r) => Sheet {
            closes_at: r.closes_at,
            seats: Some(r.seats),
            entries: r.entries,
            locked: Some(r.locked),
            seed: Some(r.seed),
            results: r.results,
            drawn_at: Some(r.drawn_at),
            ..sheet
        },
    }
    .signed())
}

pub const CHECKS: &[Check] = &[Check { name: "a draw is what its seed and its entries give", run: again }];

fn again(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let mut broken = vec![];
    for (station, occurrence, row) in store::all(c)? {
        let Some(r) = row.result else { continue };
        let seed = Seed::of(&r.seed).filter(|seed| seed.commitment() == row.commitment);
        let why = match seed {
            None => Some("a seed that is not the one that was fixed"),
            Some(_) if Sheet::digest_of(&r.entries) != r.locked => Some("other entries than were written down"),
            Some(seed) if draw(r.seats, &r.entries, &seed) != r.results => Some("another result than the rule gives"),
            Some(_) => None,
        };
        broken.extend(why.map(|why| format!("station {station}: the draw of {occurrence} has {why}")));
    }
    Ok(broken)
}
