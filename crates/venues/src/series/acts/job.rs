//! The periodic work of series: every day each of them gets the dates that have come within reach.
use super::ahead::extend;
use super::doing::Doing;
use super::tell;
use crate::series::store as kept;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;

/// How many series are looked at in one transaction.
const BATCH: i64 = 20;

/// Looks at every series that is due. Returns when none is left.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    loop {
        let (h, now) = (house.clone(), house.now());
        let work = move |c: &mut Conn| {
            let mut due = kept::due(c, now, BATCH)?;
            // Venues are held in one order, as everywhere; of one venue, the older series comes first.
            due.sort_unstable();
            for (station, _, id) in &due {
                let station = stations::by_id(c, *station)?;
                let doing = Doing { house: &h, station: &station, now, by: By::Program };
                let news = extend(c, &doing, *id)?;
                let series = kept::by_id(c, station.id, *id)?;
                tell::about_dates(c, &doing, &series, &news)?;
            }
            Ok::<_, Not<crate::rules::Refusal>>(due.len())
        };
        match house.db.write(work).await {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(refusal)) => return Err(Fault::broken(format!("a series cannot go on: {refusal:?}"))),
        }
    }
}
