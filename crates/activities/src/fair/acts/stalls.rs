//! Stall places: applied for, given away, called off, and then whoever is next gets them.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::lottery::Seed;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{Name, Phone, StaffId};
use serde_json::json;
use stations::Station;

use super::plan::{SEED, held};
use super::tell::{Told, tell};
use crate::OccurrenceId;
use crate::draws::rules::StallDraw;
use crate::fair::StallId;
use crate::fair::answers::{HOLDER, HOLDER_PHONE};
use crate::fair::rules::{self, Goods, NoStall, Place, PlaceKind, Rule, Stall, Stands, Terms};
use crate::fair::store::{self, Kept};

/// What somebody asks for.
#[derive(Debug, Clone)]
pub struct NewStall {
    pub goods: Goods,
    pub sells: String,
    pub metres: i16,
    pub power: bool,
    pub trade_name: String,
    pub trade_public: bool,
    pub name: Name,
    pub phone: Option<Phone>,
}

/// Applies for a place; a clerk may type it for somebody.
pub async fn apply(
    house: &House,
    station: &Arc<Station>,
    (fair, new): (OccurrenceId, NewStall),
    (by, once): (Option<StaffId>, Option<Once>),
) -> Result<StallId, Not<NoStall>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let day = held(c, &station, fair)?;
            let terms = store::terms(c, station.id, fair)?.ok_or(NoStall::NotOffered)?;
            if now >= terms.until || !day.is_on() {
                return Err(NoStall::TooLate.into());
            }
            Ok(keep(c, &h, &station, (fair, &new), (by, now))?)
        })
    };
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (fair, new): (OccurrenceId, &NewStall),
    (by, now): (Option<StaffId>, Timestamp),
) -> Result<StallId, Fault> {
    let number = store::next_number(c, station.id, fair)?;
    let stall = Stall {
        id: StallId(house.new_id()),
        number,
        turn: number,
        goods: new.goods,
        sells: new.sells.clone(),
        metres: new.metres,
        power: new.power,
        trade_name: new.trade_name.clone(),
        trade_public: new.trade_public && !new.trade_name.is_empty(),
        state: Stands::Waiting,
        code: None,
    };
    let id = stall.id;
    let kept = Kept {
        stall,
        fair,
        on: crate::fairday::answers::fair(c, station, fair)?.day(station),
        name_sealed: Some(house.keys.seal(HOLDER, new.name.as_str(), &house.chance)),
        phone_sealed: new.phone.as_ref().map(|p| house.keys.seal(HOLDER_PHONE, p.full(), &house.chance)),
        phone_hash: new.phone.as_ref().map(|p| house.keys.lookup(HOLDER_PHONE, &p.e164()).to_vec()),
        made_at: now,
    };
    store::insert_stall(c, station.id, &kept, by)?;
    let who = by.map_or(By::Resident, |staff| By::Staff(staff.0));
    event::record(c, station.id, now, who, "stall.applied", &id.to_string(), &json!({ "goods": new.goods }))?;
    Ok(id)
}

/// A stall that is there from the first: on a place of the plan, or in line.
pub fn found(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (fair, new, code): (OccurrenceId, &NewStall, Option<&str>),
    now: Timestamp,
) -> Result<(), Fault> {
    let id = keep(c, house, station, (fair, new), (None, now))?;
    match code {
        Some(code) => store::set_stall(c, station.id, id, (Stands::Given, Some(code))),
        None => Ok(()),
    }
}

/// The stalls of the fair, as the rules see them.
fn all(c: &mut Conn, station: &Station, fair: OccurrenceId) -> Result<Vec<Stall>, Fault> {
    Ok(store::stalls(c, station.id, fair)?.into_iter().map(|k| k.stall).collect())
}

fn place(c: &mut Conn, station: &Station, (fair, code): (OccurrenceId, &str)) -> Result<Place, Fault> {
    store::places(c, station.id, fair)?.into_iter().find(|p| p.code == code).ok_or(Fault::NotFound)
}

/// Staff give a place to somebody who waits.
pub async fn give(
    house: &House,
    station: &Arc<Station>,
    (id, code): (StallId, String),
    staff: StaffId,
) -> Result<(), Not<NoStall>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let fair = store::stall(c, station.id, id)?.fair;
        held(c, &station, fair)?;
        let kept = store::stall(c, station.id, id)?;
        let place = place(c, &station, (fair, &code))?;
        if kept.stall.state != Stands::Waiting {
            return Err(NoStall::NotWaiting.into());
        }
        if !rules::fits(&place, &kept.stall) {
            return Err(NoStall::DoesNotFit.into());
        }
        if all(c, &station, fair)?.iter().any(|s| s.code.as_ref() == Some(&code)) {
            return Err(NoStall::Taken.into());
        }
        Ok::<_, Not<NoStall>>(settle(c, &h, &station, (id, &code), (By::Staff(staff.0), now))?)
    };
    house.db.write(work).await
}

/// Gives a place, and tells whoever has it now.
fn settle(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (id, code): (StallId, &str),
    (by, now): (By, Timestamp),
) -> Result<(), Fault> {
    store::set_stall(c, station.id, id, (Stands::Given, Some(code)))?;
    tell(c, house, station, id, Told::Given, now)?;
    event::record(c, station.id, now, by, "stall.given", &id.to_string(), &json!({ "place": code })).map(|_| ())
}

/// Gives an application back: a place that it had goes to whoever is next in line and fits. Twice is once.
pub async fn withdraw(
    house: &House,
    station: &Arc<Station>,
    (id, by): (StallId, Option<StaffId>),
) -> Result<(), Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let who = by.map_or(By::Resident, |staff| By::Staff(staff.0));
        let fair = store::stall(c, station.id, id)?.fair;
        let day = held(c, &station, fair)?;
        let old = store::stall(c, station.id, id)?.stall;
        if old.state == Stands::Withdrawn {
            return Ok(());
        }
        store::set_stall(c, station.id, id, (Stands::Withdrawn, None))?;
        if by.is_some() {
            tell(c, &h, &station, id, Told::CalledOff, now)?;
        }
        event::record(c, station.id, now, who, "stall.withdrawn", &id.to_string(), &json!({}))?;
        let Some(code) = old.code else { return Ok(()) };
        // Nobody is given a place at a fair that is over or called off, nor before the draw that says who comes first.
        let undrawn = |t: &Terms| t.rule == Rule::Draw && t.drawn_at.is_none();
        if !day.is_on()
            || now >= day.occurrence.ends_at
            || store::terms(c, station.id, fair)?.is_some_and(|t| undrawn(&t))
        {
            return Ok(());
        }
        let (place, line) = (place(c, &station, (fair, &code))?, all(c, &station, fair)?);
        match rules::next_for(&place, &line) {
            Some(next) => settle(c, &h, &station, (next.id, &code), (By::Program, now)),
            None => Ok(()),
        }
    };
    house.db.write(work).await
}

/// Draws the order of all who wait, once applying is over, and gives the places away in it. Returns how many were given.
pub async fn draw(
    house: &House,
    station: &Arc<Station>,
    fair: OccurrenceId,
    staff: StaffId,
) -> Result<usize, Not<NoStall>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        held(c, &station, fair)?;
        let terms = store::terms(c, station.id, fair)?.filter(|t| t.rule == Rule::Draw).ok_or(NoStall::NotOffered)?;
        if terms.drawn_at.is_some() {
            return Err(NoStall::Drawn.into());
        }
        if now < terms.until {
            return Err(NoStall::TooEarly.into());
        }
        let line = all(c, &station, fair)?;
        let places = store::places(c, station.id, fair)?;
        let free = |p: &&Place| p.kind == PlaceKind::Stall && !line.iter().any(|s| s.code.as_ref() == Some(&p.code));
        let waiting: Vec<&Stall> = line.iter().filter(|s| s.state == Stands::Waiting).collect();
        let wishes = waiting.iter().map(|s| s.wish()).collect();
        let sealed = store::sealed_seed(c, station.id, fair)?;
        let text = h.keys.open(SEED, &sealed).map_err(Fault::broken)?;
        let seed = Seed::of(&text).ok_or_else(|| Fault::broken("a sealed seed is none"))?;
        let draw = StallDraw::drawn(wishes, places.iter().filter(free).map(Place::site).collect(), &seed);
        store::set_drawn(c, station.id, fair, (seed.text(), &draw, now))?;
        let by = By::Staff(staff.0);
        event::record(c, station.id, now, by, "stall.drawn", &fair.to_string(), &json!({ "of": waiting.len() }))?;
        let mut given = 0;
        for (turn, one) in (1..).zip(&draw.results) {
            let Some(stall) = waiting.iter().find(|s| s.number == one.number) else { continue };
            store::set_turn(c, station.id, stall.id, turn)?;
            if let Some(code) = &one.code {
                settle(c, &h, &station, (stall.id, code), (by, now))?;
                given += 1;
            }
        }
        Ok::<_, Not<NoStall>>(given)
    };
    house.db.write(work).await
}
