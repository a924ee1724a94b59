//! A round opens: its terms and the hash of its seed are public from then on and never change.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::load::{SEED, record};
use crate::RoundId;
use crate::seasons::rules::{NewSlot, NoSeason, Seed, Terms, Weights, opened};
use crate::seasons::store;
use kernel::db::Conn;
use kernel::event::By;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

/// A round as a manager asks for it, well-formed.
#[derive(Debug, Clone)]
pub struct NewRound {
    pub title: String,
    pub starts_on: Date,
    pub ends_on: Date,
    pub apply_until: Timestamp,
    pub limit: i32,
    pub weights: Weights,
    pub slots: Vec<NewSlot>,
}

pub async fn open(
    house: &House,
    station: &Arc<Station>,
    new: NewRound,
    staff: StaffId,
    once: Option<Once>,
) -> Result<RoundId, Not<NoSeason>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work =
        move |c: &mut Conn| only_once(c, station.id, once.as_ref(), now, |c| keep(c, &h, &station, &new, (staff, now)));
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    new: &NewRound,
    (staff, now): (StaffId, Timestamp),
) -> Result<RoundId, Not<NoSeason>> {
    let catalogue = crate::store::catalogue(c, station.id)?;
    let terms = Terms {
        title: new.title.clone(),
        starts_on: new.starts_on,
        ends_on: new.ends_on,
        apply_until: new.apply_until,
        limit: new.limit,
        weights: new.weights.clone(),
        slots: opened(&new.slots, &catalogue.offerings, &catalogue.atoms)?,
    };
    terms.in_time(now, &station.zone)?;
    let seed = Seed::draw(&house.chance);
    let sealed = house.keys.seal(SEED, seed.text(), &house.chance);
    let id = RoundId(house.new_id());
    store::insert(c, station.id, (id, &terms), (&seed, &sealed), now)?;
    let data = serde_json::json!({ "slots": terms.slots.len(), "commitment": seed.commitment() });
    record(c, station, (now, By::Staff(staff.0)), "season.opened", (id, &data))?;
    Ok(id)
}
