//! Titles and copies come in from a file, a piece at a time. What is there already is left as it is, so that a file that was broken off
//! is read in again, and one that was read in twice adds nothing.
use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use people::StaffAt;
use serde_json::json;
use stations::Station;

use super::keep;
use super::plan::{Imported, Line, Merged, Plan, merged, plan};
use super::room::Room;
use crate::TitleId;
use crate::catalogue::imports::Record;
use crate::catalogue::rules::{NewTitle, barcode};
use crate::catalogue::store;
use crate::rules::Title;

/// So many titles are one change: none of them is half there, and others are not kept waiting.
pub const AT_ONCE: usize = 200;

/// Takes in what `records` have. What names no shelf stands on `shelf`, or on the first that there is. `progress` is told how many
/// titles of how many are done.
///
/// # Errors
/// The database: what was done until then stays, and the file can be read in again.
pub async fn import(
    house: &House,
    station: &Arc<Station>,
    records: Vec<Record>,
    (staff, shelf): (&StaffAt, Option<i32>),
    progress: impl Fn(usize, usize) + Send + Sync,
) -> Result<Imported, Fault> {
    let (pieces, mut whole) = merged(records);
    let (all, by) = (pieces.len(), By::Staff(staff.id.0));
    let mut done = 0;
    progress(done, all);
    for piece in pieces.chunks(AT_ONCE) {
        let (h, station, now, piece) = (house.clone(), station.clone(), house.now(), Arc::<[Merged]>::from(piece));
        done += piece.len();
        let work = move |c: &mut Conn| take(c, (&h, &station), &piece, (shelf, by, now));
        whole.add(house.db.write(work).await?);
        progress(done, all);
    }
    whole.refused.sort_by_key(|bad| bad.at);
    Ok(whole)
}

/// The same in the caller's transaction.
///
/// # Errors
/// The database.
pub fn import_within(
    c: &mut Conn,
    house: &House,
    station: &Station,
    records: &[Record],
    (shelf, by, now): (Option<i32>, By, Timestamp),
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Imported, Fault> {
    let (pieces, mut whole) = merged(records.to_vec());
    let mut done = 0;
    for piece in pieces.chunks(AT_ONCE) {
        whole.add(take(c, (house, station), piece, (shelf, by, now))?);
        done += piece.len();
        progress(done, pieces.len());
    }
    whole.refused.sort_by_key(|bad| bad.at);
    Ok(whole)
}

/// What would become of them; nothing is changed.
///
/// # Errors
/// The database.
pub fn look(c: &mut Conn, station: StationId, records: &[Record], shelf: Option<i32>) -> Result<Imported, Fault> {
    let (pieces, mut whole) = merged(records.to_vec());
    let mut room = Room::of(c, station, shelf)?;
    for piece in pieces.chunks(AT_ONCE) {
        let plan = plan(c, station, piece)?;
        let (new_titles, new_copies) = (plan.new_titles(), plan.new_copies());
        let wanted = plan.lines.iter().flat_map(|line| &line.copies);
        let new_shelves = wanted.filter_map(|copy| room.would_add(&copy.shelf)).collect();
        whole.add(Imported { new_titles, new_copies, known: plan.known, new_shelves, refused: plan.refused });
    }
    whole.refused.sort_by_key(|bad| bad.at);
    Ok(whole)
}

/// One piece.
fn take(
    c: &mut Conn,
    (house, station): (&House, &Station),
    piece: &[Merged],
    (shelf, by, now): (Option<i32>, By, Timestamp),
) -> Result<Imported, Fault> {
    // Whoever takes in holds the station's numbers before looking at what is there: two files at once do not double copies.
    store::numbers::next(c, station.id, 0)?;
    let plan = plan(c, station.id, piece)?;
    let mut room = Room::of(c, station.id, shelf)?;
    let before = room.added.len();
    let ids = titles(c, (house, station), &plan, now)?;
    let (mut own, mut coded) = (vec![], vec![]);
    for (line, id) in plan.lines.iter().zip(&ids) {
        for copy in &line.copies {
            let of = (*id, room.find(c, station, &copy.shelf, (by, now))?, copy.source.clone());
            match &copy.barcode {
                Some(code) => coded.push((of, code.clone())),
                None => own.push(of),
            }
        }
    }
    // Numbers that come with copies are not given again.
    if let Some(used) = coded.iter().filter_map(|(_, code)| barcode::number(code)).max() {
        store::numbers::above(c, station.id, used)?;
    }
    keep::copies(c, (house, station), coded, now)?;
    keep::numbered(c, (house, station), &own, now)?;
    let (new_titles, new_copies) = (plan.new_titles(), plan.new_copies());
    if new_titles + new_copies > 0 {
        let data = json!({ "titles": new_titles, "copies": new_copies });
        event::record(c, station.id, now, by, "titles.imported", "library", &data)?;
    }
    let new_shelves = room.added.split_off(before);
    Ok(Imported { new_titles, new_copies, known: plan.known, new_shelves, refused: plan.refused })
}

/// The title of each line; those that are new are kept.
fn titles(
    c: &mut Conn,
    (house, station): (&House, &Station),
    plan: &Plan<'_>,
    now: Timestamp,
) -> Result<Vec<TitleId>, Fault> {
    let today = keep::today(station, now);
    let (mut ids, mut new): (Vec<TitleId>, Vec<Title>) = (vec![], vec![]);
    for Line { title, there, .. } in &plan.lines {
        let id = there.unwrap_or_else(|| TitleId(house.new_id()));
        if there.is_none() {
            new.push(keep::title(id, title, today));
        }
        ids.push(id);
    }
    keep::titles(c, station.id, &new)?;
    let known: BTreeMap<TitleId, &NewTitle> = ids.iter().copied().zip(plan.lines.iter().map(|l| l.title)).collect();
    let fresh = new.iter().filter_map(|one| known.get(&one.id).copied());
    store::pack::keep(c, fresh, (&station.slug, false), now)?;
    Ok(ids)
}

/// Takes over a shared title pack: what stations offer to whoever types an ISBN. Returns how many books it has.
///
/// # Errors
/// The database.
pub fn import_pack(c: &mut Conn, records: &[Record], source: &str, now: Timestamp) -> Result<usize, Fault> {
    store::pack::keep(c, records.iter().map(|record| &record.new), (source, true), now)
}
