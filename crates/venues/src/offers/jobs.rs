//! The periodic work: who has waited in vain is told, and who has not answered yet is asked once more.
use super::rules::WaitState;
use super::store as own;
use super::tell::{self, News};
use crate::rules::State;
use crate::store;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;

/// How many are done in one transaction.
const BATCH: i64 = 50;

/// Returns when nothing is left to do.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    for work in [end_waits, remind] {
        loop {
            let h = house.clone();
            if house.db.write(move |c| work(c, &h)).await? == 0 {
                break;
            }
        }
    }
    Ok(())
}

fn end_waits(c: &mut Conn, h: &House) -> Result<usize, Fault> {
    let now = h.now();
    let ending = own::ending(c, now, BATCH)?;
    for (station, venue, id) in &ending {
        store::hold(c, *station, *venue)?;
        let wait = own::wait_by_id(c, *station, *id)?;
        // Somebody may have been faster: with a slot, or with having enough of it.
        if wait.state != WaitState::Waiting {
            continue;
        }
        let station = stations::by_id(c, *station)?;
        own::set_wait(c, station.id, *id, (WaitState::Over, None), now)?;
        tell::in_vain(c, h, &station, (wait.person, wait.offering, &wait.window()), ("over", ""))?;
        let data = serde_json::json!({ "venue": venue });
        event::record(c, station.id, now, By::Program, "wait.over", &id.to_string(), &data)?;
    }
    Ok(ending.len())
}

fn remind(c: &mut Conn, h: &House) -> Result<usize, Fault> {
    let now = h.now();
    let mut due = vec![];
    for (station, id) in own::to_remind(c, now, BATCH)? {
        due.push((station, store::by_id(c, station, id)?.venue, id));
    }
    // Venues are held in one order, as everywhere.
    due.sort_unstable();
    for (station, venue, id) in &due {
        store::hold(c, *station, *venue)?;
        let kept = store::by_id(c, *station, *id)?;
        own::reminded(c, *station, *id)?;
        if kept.state_at(now) == State::Held && kept.is_offer() {
            let station = stations::by_id(c, *station)?;
            tell::about(c, h, &station, &kept, (News::Remember, now))?;
        }
    }
    Ok(due.len())
}
