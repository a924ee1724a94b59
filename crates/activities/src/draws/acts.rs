//! A draw is opened: its seed is fixed. Drawing itself changes signups and lies with them.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::lottery::Seed;
use serde_json::json;
use stations::Station;

use super::rules::{Drawn, Entry, Sheet, draw};
use super::store::{self, Draw, Outcome};
use crate::OccurrenceId;
use crate::store as core;

/// The purpose under which seeds are sealed.
const SEED: &str = "draw-seed";
/// So many are opened in one round.
const AT_ONCE: i64 = 100;

/// The draw of a time, opened now if it is not yet. The time is held.
pub fn opened(
    c: &mut Conn,
    house: &House,
    (station, occurrence): (StationId, OccurrenceId),
    now: Timestamp,
) -> Result<Draw, Fault> {
    if let Some(draw) = store::find(c, station, occurrence)? {
        return Ok(draw);
    }
    let seed = Seed::draw(&house.chance);
    let sealed = house.keys.seal(SEED, seed.text(), &house.chance);
    store::insert(c, (station, occurrence), (&seed.commitment(), &sealed), now)?;
    let data = json!({ "commitment": seed.commitment() });
    event::record(c, station, now, By::Program, "draw.opened", &occurrence.to_string(), &data)?;
    Ok(Draw { commitment: seed.commitment(), seed_sealed: sealed, made_at: now, result: None })
}

/// Draws, and writes down what everybody reads. The time is held.
pub fn drawn(
    c: &mut Conn,
    house: &House,
    (station, occurrence): (&Station, OccurrenceId),
    (seats, entries): (i32, Vec<Entry>),
    (closes_at, now): (Timestamp, Timestamp),
) -> Result<Vec<Drawn>, Fault> {
    let opened = opened(c, house, (station.id, occurrence), now)?;
    let text = house.keys.open(SEED, &opened.seed_sealed).map_err(Fault::broken)?;
    let seed = Seed::of(&text).ok_or_else(|| Fault::broken("a sealed seed is none"))?;
    let results = draw(seats, &entries, &seed);
    let (locked, seed) = (Sheet::digest_of(&entries), seed.text().to_owned());
    let result = Outcome { closes_at, seats, entries, locked, seed, results, drawn_at: now };
    store::set(c, (station.id, occurrence), &result)?;
    Ok(result.results)
}

/// Opens the draws of all times that have none yet, long before they close.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    let now = house.now();
    loop {
        let found = house.db.read(move |c| store::unopened(c, now, AT_ONCE)).await?;
        for (station, occurrence) in found.iter().copied() {
            let h = house.clone();
            let open = move |c: &mut Conn| {
                core::hold_occurrence(c, station, occurrence)?;
                opened(c, &h, (station, occurrence), now).map(|_| ())
            };
            house.db.write(open).await?;
        }
        if (found.len() as i64) < AT_ONCE {
            return Ok(());
        }
    }
}
