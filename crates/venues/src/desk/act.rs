//! The acts of the desk as pages and the API call them.
use super::asked::Taking;
use super::here::Here;
use crate::acts::{self, Booked, Closing};
use crate::answers;
use crate::rules::{Offering, Refusal, Side, Span, Venue};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::refusal::Not;
use people::{CardId, Household};

use crate::ReservationId;

/// What a repeated request has to ask again to get the same answer. Of a phone number only a keyed hash is kept.
fn request(here: &Here, taking: &Taking, with_start: bool) -> impl serde::Serialize + use<> {
    let phone = taking.phone.as_ref().map(|p| here.house.keys.lookup("reservation-once", &p.e164()));
    let who = taking.name.as_ref().map(|n| here.house.keys.lookup("reservation-once", n));
    let start = with_start.then_some(taking.ask.from);
    (taking.offering.clone(), start, taking.ask.minutes, taking.ask.group, who, phone, taking.card)
}

/// Looks up whose card was scanned, if one was. A card that is good no more is [`Fault::NotFound`].
async fn with_household(here: &Here, taking: &Taking) -> Result<Taking, Fault> {
    let Some(card) = taking.card else { return Ok(taking.clone()) };
    let found = household(here, card).await?;
    Ok(Taking { household: Some(found.card.person), ..taking.clone() })
}

/// The household of a card that is good.
pub async fn household(here: &Here, card: CardId) -> Result<Household, Fault> {
    let (h, station) = (here.house.clone(), here.desk.station.id);
    let found = here.house.db.snapshot(move |c| people::household(c, &h, station, card)).await?;
    if found.card.is_good(here.now()) { Ok(found) } else { Err(Fault::NotFound) }
}

/// Lets somebody in. A walk-in starts when it arrives, so the start is no part of the request.
pub async fn walk_in(here: &Here, taking: &Taking, once: &str) -> Result<Booked, Not<Refusal>> {
    let once = here.once(once, &request(here, taking, false));
    let wish = (taking.offering.clone(), taking.ask.clone());
    acts::walk_in(&here.house, &here.desk.station, &here.v, wish, taking.by(here.staff()), once).await
}

pub async fn book(here: &Here, taking: &Taking, once: &str) -> Result<Booked, Not<Refusal>> {
    let once = here.once(once, &request(here, taking, true));
    let taking = with_household(here, taking).await?;
    let wish = (taking.offering.clone(), taking.ask.clone());
    acts::book(&here.house, &here.desk.station, &here.v, wish, taking.by(here.staff()), once).await
}

/// The times nearest to a wish that was refused.
pub async fn nearest(here: &Here, taking: &Taking, refusal: &Refusal) -> Result<Vec<Span>, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let (taking, refusal) = (taking.clone(), refusal.clone());
    let read = move |c: &mut Conn| {
        crate::public::reserve::instead(
            c,
            &house,
            &station,
            &taking.offering,
            (&taking.ask, &refusal, Side::Station),
            now,
        )
    };
    match here.house.db.snapshot(read).await {
        Ok(spans) => Ok(spans),
        Err(Not::Refused(_)) => Ok(vec![]),
        Err(Not::Fault(fault)) => Err(fault),
    }
}

/// Closes or opens. The same request sent again, as a double tap does, gets the answer of the first.
pub async fn lay(here: &Here, closing: Closing, once: &str) -> Result<(Id, Vec<ReservationId>), Not<Refusal>> {
    let asked = (closing.venue, closing.kind, closing.span, closing.reason.clone(), closing.cancel_hit);
    let once = here.once(once, &asked);
    acts::close_or_open(&here.house, &here.desk.station, &here.v, closing, here.staff(), once).await
}

/// Keeps an edited venue. Sent twice, the second finds what it asks for and is content.
pub async fn edit_venue(here: &Here, venue: Venue) -> Result<(), Not<Refusal>> {
    let wanted = Venue { version: venue.version.saturating_add(1), ..venue.clone() };
    let id = venue.id;
    match acts::edit_venue(&here.house, &here.desk.station, venue, here.staff()).await {
        Err(Not::Refused(Refusal::ChangedMeanwhile)) if venue_now(here, id).await? == wanted => Ok(()),
        done => done,
    }
}

pub async fn edit_offering(here: &Here, offering: Offering) -> Result<(), Not<Refusal>> {
    let wanted = Offering { version: offering.version.saturating_add(1), ..offering.clone() };
    let id = offering.id;
    match acts::edit_offering(&here.house, &here.desk.station, offering, here.staff()).await {
        Err(Not::Refused(Refusal::ChangedMeanwhile)) if offering_now(here, id).await? == wanted => Ok(()),
        done => done,
    }
}

pub async fn venue_now(here: &Here, id: i32) -> Result<Venue, Fault> {
    let station = here.desk.station.clone();
    let catalogue = here.house.db.snapshot(move |c| answers::catalogue(c, &station)).await?;
    catalogue.venue(id).cloned().ok_or(Fault::NotFound)
}

pub async fn offering_now(here: &Here, id: i32) -> Result<Offering, Fault> {
    let station = here.desk.station.clone();
    let catalogue = here.house.db.snapshot(move |c| answers::catalogue(c, &station)).await?;
    catalogue.offering_by_id(id).cloned().ok_or(Fault::NotFound)
}
