//! When somebody will be called: asked by pages, and told once to whoever draws.
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::{hall, store};
use crate::TicketId;
use crate::forecast::{Cannot, Comes, Forecast, Takes, Waits, forecast, forecast_joining};
use crate::rules::{LineId, MatterId, Priority};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

/// With more people than this in the hall nobody is told a time: it would be of another day, and costs everybody.
const MOST_WAITING: usize = 300;

/// What the ticket may expect now.
pub fn expected(
    c: &mut Conn,
    house: &House,
    station: &Station,
    id: TicketId,
    now: Timestamp,
) -> Result<Forecast, Fault> {
    let all = hall::now(c, house, station, now)?;
    if all.hall.waiting.len() > MOST_WAITING {
        return Ok(Forecast::Cannot(Cannot::NotBefore { closes: None }));
    }
    Ok(forecast(&all.hall, id, &all.durations, &all.band))
}

/// What somebody may expect who would draw in `line` for `matters` now and be there.
pub fn joining(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (line, matters): (LineId, &[MatterId]),
    now: Timestamp,
) -> Result<Forecast, Fault> {
    let all = hall::now(c, house, station, now)?;
    if all.hall.waiting.len() > MOST_WAITING {
        return Ok(Forecast::Cannot(Cannot::NotBefore { closes: None }));
    }
    let number = all.board.standing.iter().filter(|k| k.line == line).map(|k| k.number).max().unwrap_or(0) + 1;
    let asks = Waits {
        // Of nobody: a version 7 UUID is never all zeros.
        id: TicketId(Id(uuid::Uuid::nil())),
        line,
        official: None,
        priority: Priority::None,
        order_at: now,
        booked: false,
        number,
        takes: all.takes(matters),
        comes: Comes::Here,
    };
    Ok(forecast_joining(&all.hall, asks, &all.durations, &all.band))
}

/// For how long a visit for these matters, with their typical minutes, takes a desk.
pub fn lasts(c: &mut Conn, station: StationId, matters: &[(MatterId, i16)]) -> Result<SignedDuration, Fault> {
    let (durations, _) = store::knowledge(c, station)?;
    let all: Vec<Takes> = matters.iter().map(|(id, typical)| durations.takes(*id, *typical)).collect();
    let takes = Takes::together(&all).unwrap_or_else(|| durations.takes(0, hall::SOMETHING));
    Ok(SignedDuration::from_secs_f64((durations.occupies(takes) * 60.0).round()))
}

/// Keeps what a ticket that was just drawn is told, so that it can be judged later. Told once; asked again it is not changed.
pub async fn tell(house: &House, station: &Arc<Station>, id: TicketId) -> Result<Forecast, Fault> {
    let (h, at, now) = (house.clone(), station.clone(), house.now());
    let said = house.db.snapshot(move |c| expected(c, &h, &at, id, now)).await?;
    let at = station.id;
    house.db.write(move |c| store::told(c, at, id, &said, now)).await?;
    Ok(said)
}
