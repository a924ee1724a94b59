//! An answer to an offer: by whom it is for, or by staff for somebody who was called.
use std::sync::Arc;

use crate::rules::{self, Refusal, State};
use crate::{ReservationId, offers};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::View;
use stations::Station;

use super::{Actor, change};

/// "Yes, I want it." Doing it twice is fine.
pub async fn accept_offer(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    actor: Actor,
) -> Result<State, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let old = super::held(c, &station, id, actor)?;
        offers::accept(c, &h, &station, &old, (now, actor.by()))
    };
    house.db.write(work).await
}

/// "No, give it to the next." Doing it twice is fine.
pub async fn decline_offer(
    house: &House,
    station: &Arc<Station>,
    id: ReservationId,
    actor: Actor,
) -> Result<State, Not<Refusal>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let old = super::held(c, &station, id, actor)?;
        let state = old.state_at(now);
        match state {
            State::Cancelled => Ok(state),
            State::Held if old.is_offer() => {
                let state = rules::cancel(now, &old.standing(0), actor.is_staff())?;
                change::keep_state(c, &h, &station, &old, (state, None), (now, actor))?;
                Ok(state)
            }
            state => Err(Refusal::NotNow { state }.into()),
        }
    };
    house.db.write(work).await
}

/// Sends a code to the phone of whoever the offer is for: typing it is a yes, and signs them in.
pub async fn offer_code(
    house: &House,
    station: &Arc<Station>,
    v: &View,
    id: ReservationId,
) -> Result<Id, Not<Refusal>> {
    let (at, now) = (station.clone(), house.now());
    let read = move |c: &mut Conn| offers::offer_of(c, &at, id, now);
    let offer = house.db.read(read).await?;
    match offer.is_open() {
        true => change::resend_code(house, station, v, id).await,
        false => Err(Refusal::NotNow { state: offer.receipt.state }.into()),
    }
}
