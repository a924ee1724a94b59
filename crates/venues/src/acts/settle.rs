//! The periodic work of the slice.
use crate::store;
use kernel::db::Conn;
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
                for (station, venue, id) in &due {
                    store::hold(c, *station, *venue)?;
                    store::settle(c, &h, *station, *id, now)?;
                }
                Ok::<_, Fault>(due.len())
            })
            .await?;
        if settled == 0 {
            return Ok(());
        }
    }
}
