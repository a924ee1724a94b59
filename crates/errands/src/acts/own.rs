//! What whoever holds a ticket does with it, from home or at the kiosk. Its address is the key: it cannot be guessed.
use std::sync::Arc;

use jiff::Timestamp;

use super::{Actor, step};
use crate::TicketId;
use crate::rules::{self, Done, Refusal};
use crate::store::{self, Kept};
use kernel::db::Conn;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

/// How many at the front of a line decide where somebody is put who comes back.
const FRONT: i64 = 4;

/// "I am in the hall": from now on they can be called.
pub async fn arrive(house: &House, station: &Arc<Station>, id: TicketId, actor: Actor) -> Result<Kept, Not<Refusal>> {
    change(house, station, id, actor, |_, _, _, _| Ok(Done::Arrive)).await
}

/// Not before `until`. The place in the order stays.
pub async fn defer(
    house: &House,
    station: &Arc<Station>,
    id: TicketId,
    (actor, until): (Actor, Timestamp),
) -> Result<Kept, Not<Refusal>> {
    change(house, station, id, actor, move |_, _, _, _| Ok(Done::Defer(until))).await
}

/// Given back.
pub async fn cancel(house: &House, station: &Arc<Station>, id: TicketId, actor: Actor) -> Result<Kept, Not<Refusal>> {
    change(house, station, id, actor, |_, _, _, _| Ok(Done::Cancel)).await
}

/// Back after a missed call: behind the two who are first now.
pub async fn come_back(
    house: &House,
    station: &Arc<Station>,
    id: TicketId,
    actor: Actor,
) -> Result<Kept, Not<Refusal>> {
    let place = |c: &mut Conn, station: &Station, kept: &Kept, now| {
        let waiting = store::orders_waiting(c, station.id, kept.ticket.waits_in, FRONT)?;
        Ok(Done::Return(rules::after_miss(&waiting, now)))
    };
    change(house, station, id, actor, place).await
}

/// What is to be done, given the ticket as it stands.
type Wanted = Result<Done, Not<Refusal>>;

async fn change(
    house: &House,
    station: &Arc<Station>,
    id: TicketId,
    actor: Actor,
    what: impl Fn(&mut Conn, &Station, &Kept, Timestamp) -> Wanted + Send + 'static,
) -> Result<Kept, Not<Refusal>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let kept = store::by_id(c, station.id, id)?;
        let done = what(c, &station, &kept, now)?;
        // Pressed twice is pressed once.
        if done == Done::Arrive && kept.ticket.place == rules::Place::OnSite && kept.ticket.state.stands() {
            return Ok(kept);
        }
        step::take(c, &station, &kept, &done, (now, actor.by()))
    };
    house.db.write(work).await
}
