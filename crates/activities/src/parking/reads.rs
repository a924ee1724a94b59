//! What the pages and the API show, gathered in one read each.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use super::LotId;
use super::answers::{self, Afterwards, Ground, InTheWay, LotAtDesk};
use super::store::Pass;
use crate::OccurrenceId;
use crate::fairday::{self, FairDay};

/// What everybody sees, as new as change `seen` of the station.
pub struct Now {
    pub ground: Option<Ground>,
    pub seen: i64,
}

pub async fn now(house: &House, station: &Arc<Station>) -> Result<Now, Fault> {
    let (station, now) = (station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let seen = event::last(c, station.id)?;
        Ok(Now { ground: answers::next(c, &station, now)?, seen })
    };
    house.db.snapshot(read).await
}

/// What a marshal sees of one lot.
pub struct AtLot {
    pub ground: Ground,
    pub moves: Vec<InTheWay>,
}

pub async fn at_lot(house: &House, station: &Arc<Station>, id: LotId) -> Result<AtLot, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let ground = answers::of_lot(c, &station, id, now)?;
        let moves = answers::in_the_way(c, &h, &station, (&[id], false))?;
        Ok(AtLot { ground, moves })
    };
    house.db.snapshot(read).await
}

/// Whose link it is, with the lot.
pub async fn marshal(house: &House, station: &Arc<Station>, secret: &str) -> Result<(Pass, AtLot), Fault> {
    let pass = super::acts::bearer(house, station, secret).await?;
    let at = at_lot(house, station, pass.lot).await?;
    Ok((pass, at))
}

/// What the desk sees: the fair that is on or comes next, or another one, and the fairs there are.
pub struct Desk {
    pub ground: Option<Ground>,
    pub moves: Vec<InTheWay>,
    pub past: Vec<FairDay>,
}

/// So many fairs of earlier years are named.
const PAST: i64 = 10;

pub async fn desk(house: &House, station: &Arc<Station>, fair: Option<OccurrenceId>) -> Result<Desk, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let read = move |c: &mut Conn| {
        let ground = match fair {
            Some(id) => Some(answers::of_fair(c, &station, id, now)?),
            None => answers::next(c, &station, now)?,
        };
        let lots: Vec<LotId> = ground.iter().flat_map(|g| &g.lots).map(|lot| lot.id).collect();
        let moves = answers::in_the_way(c, &h, &station, (&lots, true))?;
        Ok(Desk { ground, moves, past: fairday::answers::past(c, &station, now, PAST)? })
    };
    house.db.snapshot(read).await
}

pub async fn lot(house: &House, station: &Arc<Station>, id: LotId) -> Result<LotAtDesk, Fault> {
    let (station, now) = (station.clone(), house.now());
    house.db.snapshot(move |c: &mut Conn| answers::lot_at_desk(c, &station, id, now)).await
}

pub async fn afterwards(house: &House, station: &Arc<Station>, fair: OccurrenceId) -> Result<Afterwards, Fault> {
    let (station, now) = (station.clone(), house.now());
    house.db.snapshot(move |c: &mut Conn| answers::afterwards(c, &station, fair, now)).await
}
