//! The acts of the desk as pages and the API call them.
use super::asked::Taking;
use super::here::Here;
use crate::acts::{self, Booked, Closing};
use crate::answers;
use crate::rules::{Offering, Refusal, Span, Venue};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::refusal::Not;

use crate::ReservationId;

/// What a repeated request has to ask again to get the same answer.
fn request(taking: &Taking, with_start: bool) -> (String, Option<jiff::Timestamp>, i32, i32) {
    (taking.offering.clone(), with_start.then_some(taking.ask.from), taking.ask.minutes, taking.ask.group)
}

/// Lets somebody in. A walk-in starts when it arrives, so the start is no part of the request.
pub async fn walk_in(here: &Here, taking: &Taking, once: &str) -> Result<Booked, Not<Refusal>> {
    let once = here.once(once, &request(taking, false));
    let wish = (taking.offering.clone(), taking.ask.clone());
    acts::walk_in(&here.house, &here.desk.station, &here.v, wish, taking.by(here.staff()), once).await
}

pub async fn book(here: &Here, taking: &Taking, once: &str) -> Result<Booked, Not<Refusal>> {
    let once = here.once(once, &request(taking, true));
    let wish = (taking.offering.clone(), taking.ask.clone());
    acts::book(&here.house, &here.desk.station, &here.v, wish, taking.by(here.staff()), once).await
}

/// The times nearest to a wish that was refused.
pub async fn nearest(here: &Here, taking: &Taking, refusal: &Refusal) -> Result<Vec<Span>, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let (taking, refusal) = (taking.clone(), refusal.clone());
    let read = move |c: &mut Conn| {
        crate::public::reserve::instead(c, &house, &station, &taking.offering, (&taking.ask, &refusal), now)
    };
    match here.house.db.snapshot(read).await {
        Ok(spans) => Ok(spans),
        Err(Not::Refused(_)) => Ok(vec![]),
        Err(Not::Fault(fault)) => Err(fault),
    }
}

/// Closes or opens. The same closure laid again, as a double tap does, is the one that is there.
pub async fn lay(here: &Here, closing: Closing) -> Result<(Id, Vec<ReservationId>), Not<Refusal>> {
    let (station, at) = (here.desk.station.clone(), closing.span);
    let (venue, kind, reason) = (closing.venue, closing.kind, closing.reason.clone());
    let now = here.now();
    let there = here.house.db.read(move |c| answers::layers_from(c, &station, now)).await?;
    let same = there.iter().find(|l| l.span == at && l.venue == venue && l.kind == kind && l.reason == reason);
    match same {
        Some(layer) => Ok((layer.id, vec![])),
        None => acts::close_or_open(&here.house, &here.desk.station, &here.v, closing, here.staff()).await,
    }
}

/// Keeps an edited venue. Sent twice, the second finds what it asks for and is content.
pub async fn edit_venue(here: &Here, venue: Venue) -> Result<(), Not<Refusal>> {
    let wanted = Venue { version: venue.version + 1, ..venue.clone() };
    let id = venue.id;
    match acts::edit_venue(&here.house, &here.desk.station, venue, here.staff()).await {
        Err(Not::Refused(Refusal::ChangedMeanwhile)) if venue_now(here, id).await? == wanted => Ok(()),
        done => done,
    }
}

pub async fn edit_offering(here: &Here, offering: Offering) -> Result<(), Not<Refusal>> {
    let wanted = Offering { version: offering.version + 1, ..offering.clone() };
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
