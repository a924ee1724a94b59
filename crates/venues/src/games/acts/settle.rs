//! What became of games is written down and told: not enough people, a closure, the end.
use jiff::Timestamp;

use crate::ReservationId;
use crate::games::rules::Stands;
use crate::games::store;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;

use super::load::{held, record};
use super::tell::{self, News};

/// How many games are settled in one transaction.
const BATCH: i64 = 50;

/// Returns when nothing is left to write. Reservations are settled before.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    loop {
        let (h, now) = (house.clone(), house.now());
        let work = move |c: &mut Conn| {
            let mut due = store::due(c, BATCH)?;
            // Venues are held in one order, as everywhere.
            due.sort_unstable();
            due.iter().try_for_each(|(station, _, id)| settle(c, &h, *station, *id, now))?;
            Ok::<_, Fault>(due.len())
        };
        let settled = house.db.write(work).await?;
        let tidied = house.db.write(move |c| store::tidy(c, now, BATCH)).await?;
        if settled + tidied == 0 {
            return Ok(());
        }
    }
}

pub(super) fn settle(
    c: &mut Conn,
    house: &House,
    station: StationId,
    id: ReservationId,
    now: Timestamp,
) -> Result<(), Fault> {
    let station = stations::by_id(c, station)?;
    let held = held(c, &station, id, now)?;
    let (game, stands) = (&held.game, held.stands());
    if stands.row() == game.row {
        return Ok(());
    }
    store::set_row(c, station.id, id, (stands.row(), None))?;
    store::free(c, station.id, id)?;
    let news = match stands {
        Stands::Unfilled => Some((News::Unfilled, None)),
        // Whoever posted it has ended the reservation, or was told about it as everybody is who has one.
        Stands::CalledOff => Some((News::CalledOff(""), game.poster)),
        Stands::Open | Stands::Filled | Stands::Over => None,
    };
    if let Some(news) = news {
        tell::players(c, house, &station, (game, &held.offering, &held.seats), news)?;
    }
    record(c, &station, (now, By::Program), &format!("game.{}", stands.name()), (id, game.venue))
}
