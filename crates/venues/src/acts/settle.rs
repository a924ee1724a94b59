//! The periodic work of the slice.
use crate::rules::VenueId;
use crate::store;
use crate::{ReservationId, offers};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;

/// How many reservations are settled in one transaction.
const BATCH: i64 = 50;

/// Writes down what time has decided. Returns when nothing is left to write.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    loop {
        let (h, now) = (house.clone(), house.now());
        let settled = house
            .db
            .write(move |c: &mut Conn| {
                let mut due = store::due_to_settle(c, now, BATCH)?;
                // Venues are held in one order, as everywhere.
                due.sort_unstable();
                for of_venue in due.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
                    settle(c, &h, of_venue)?;
                }
                Ok::<_, Fault>(due.len())
            })
            .await?;
        if settled == 0 {
            return offers::jobs(house).await;
        }
    }
}

/// What is due in one venue, and whoever waits for what became free by it.
fn settle(c: &mut Conn, h: &House, due: &[(StationId, VenueId, ReservationId)]) -> Result<(), Fault> {
    let (Some((station, venue, _)), now) = (due.first(), h.now()) else { return Ok(()) };
    store::hold(c, *station, *venue)?;
    due.iter().try_for_each(|(_, _, id)| store::settle(c, h, *station, *id, now))?;
    let station = stations::by_id(c, *station)?;
    offers::fill(c, h, &station, *venue, now)
}
