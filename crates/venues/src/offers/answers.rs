//! What pages ask: who waits, for what, how far down the line; what is kept for whom; whom a closure has moved.
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::rules::WaitState;
use super::store::{self as own, Kept, Wait};
use crate::answers::{self, Receipt};
use crate::rules::{self, Offering, State, Venue};
use crate::store::{self, Catalogue, Reservation};
use crate::{ReservationId, WaitId};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use people::PersonId;
use stations::Station;

/// Something that is or was kept for somebody.
#[derive(Debug, Clone)]
pub struct Offer {
    pub kept: Kept,
    pub receipt: Receipt,
}

impl Offer {
    /// Whether they can still answer.
    pub fn is_open(&self) -> bool {
        self.receipt.state == State::Held && !self.receipt.reservation.awaits
    }
}

/// Somebody's place in line.
#[derive(Debug, Clone)]
pub struct InLine {
    pub wait: Wait,
    /// What it is at the moment of reading, together with what was offered.
    pub state: WaitState,
    /// How many who asked before could take what this one waits for.
    pub ahead: usize,
    pub offering: Offering,
    pub venue: Venue,
    /// What is kept for them, while they can answer.
    pub offer: Option<Offer>,
}

/// The offer whose reservation is `id`.
pub fn offer_of(c: &mut Conn, station: &Station, id: ReservationId, now: Timestamp) -> Result<Offer, Fault> {
    let kept = own::offer_of(c, station.id, id)?.ok_or(Fault::NotFound)?;
    Ok(Offer { kept, receipt: answers::receipt(c, station, id, now)? })
}

/// How many of `line`, which is in the order of asking, come before `wait` and could take the same.
fn ahead_of(wait: &Wait, line: &[Wait], catalogue: &Catalogue) -> usize {
    let atoms = |w: &Wait| catalogue.offering_by_id(w.offering).map(|o| o.atoms.clone()).unwrap_or_default();
    let mine = atoms(wait);
    let before = line.iter().filter(|w| (w.asked_at, w.id) < (wait.asked_at, wait.id));
    before.filter(|w| w.window().overlaps(&wait.window()) && atoms(w).iter().any(|a| mine.contains(a))).count()
}

pub fn one(c: &mut Conn, station: &Station, id: WaitId, now: Timestamp) -> Result<InLine, Fault> {
    let wait = own::wait_by_id(c, station.id, id)?;
    let catalogue = store::catalogue(c, station.id)?;
    let line = own::live_of_venue(c, station.id, wait.venue)?;
    seen(c, station, (&catalogue, &line), wait, now)
}

fn seen(
    c: &mut Conn,
    station: &Station,
    (catalogue, line): (&Catalogue, &[Wait]),
    wait: Wait,
    now: Timestamp,
) -> Result<InLine, Fault> {
    let missing = || Fault::broken("a wait for an offering that is not there; run `yizhan check`");
    let offer = match wait.reservation.filter(|_| wait.state == WaitState::Offered) {
        Some(id) => Some(offer_of(c, station, id, now)?),
        None => None,
    };
    // Time has decided what time decides, whether it is written down or not.
    let state = match &offer {
        Some(offer) if !offer.is_open() => WaitState::Passed,
        _ => wait.state_at(now),
    };
    let live: Vec<Wait> = line.iter().filter(|w| w.state_at(now).is_live()).cloned().collect();
    Ok(InLine {
        state,
        ahead: ahead_of(&wait, &live, catalogue),
        offering: catalogue.offering_by_id(wait.offering).ok_or_else(missing)?.clone(),
        venue: catalogue.venue(wait.venue).ok_or_else(missing)?.clone(),
        offer: offer.filter(Offer::is_open),
        wait,
    })
}

/// Who waits on the day `on`, by venue and in line.
pub fn in_line(c: &mut Conn, station: &Station, on: Date, now: Timestamp) -> Result<Vec<InLine>, Fault> {
    let catalogue = store::catalogue(c, station.id)?;
    let line = own::live_on(c, station.id, &rules::days(&station.zone, on, 1))?;
    let all = line.clone().into_iter().map(|w| seen(c, station, (&catalogue, &line), w, now));
    let all: Result<Vec<InLine>, Fault> = all.collect();
    Ok(all?.into_iter().filter(|w| w.state.is_live()).collect())
}

/// What one person waits for at a station, the newest first, and what is kept for them until they answer.
pub fn of_person(
    c: &mut Conn,
    station: &Arc<Station>,
    person: PersonId,
    now: Timestamp,
) -> Result<(Vec<InLine>, Vec<Offer>), Fault> {
    const MOST: i64 = 20;
    let catalogue = store::catalogue(c, station.id)?;
    let mut waits = vec![];
    for wait in own::waits_of_person(c, station.id, person, MOST)? {
        let line = own::live_of_venue(c, station.id, wait.venue)?;
        waits.push(seen(c, station, (&catalogue, &line), wait, now)?);
    }
    Ok((waits, kept_for(c, station, person, now)?))
}

/// What is kept for a person until they answer, the most urgent first.
pub fn kept_for(c: &mut Conn, station: &Station, person: PersonId, now: Timestamp) -> Result<Vec<Offer>, Fault> {
    let all = store::held_for(c, station.id, person)?;
    open_offers(c, station, all, now)
}

/// What is kept because of closures on the day `on`.
pub fn kept_on(c: &mut Conn, station: &Station, on: Date, now: Timestamp) -> Result<Vec<Offer>, Fault> {
    let all = store::day(c, station.id, &rules::days(&station.zone, on, 1))?;
    let mut kept = open_offers(c, station, all, now)?;
    kept.retain(|o| o.kept.instead_of.is_some());
    Ok(kept)
}

fn open_offers(c: &mut Conn, station: &Station, all: Vec<Reservation>, now: Timestamp) -> Result<Vec<Offer>, Fault> {
    let open = all.into_iter().filter(|r| r.is_offer() && r.state_at(now) == State::Held).collect();
    let mut offers = vec![];
    for receipt in answers::receipts(c, station, open, now)? {
        let kept = own::offer_of(c, station.id, receipt.reservation.id)?.ok_or(Fault::NotFound)?;
        offers.push(Offer { kept, receipt });
    }
    offers.sort_by_key(|o| o.kept.until_at);
    Ok(offers)
}

/// The stations where a person waits or has waited.
pub fn stations_of(c: &mut Conn, person: PersonId) -> Result<Vec<StationId>, Fault> {
    let mut all = own::stations_of_waits(c, person)?;
    all.extend(store::stations_of(c, person)?);
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// What a closure took, and what was offered for it.
#[derive(Debug, Clone)]
pub struct Moved {
    pub lost: Receipt,
    pub offer: Option<Offer>,
}

/// Whom the closure `layer` has hit, in the order in which they had booked.
pub fn moved_by(c: &mut Conn, station: &Station, layer: Id, now: Timestamp) -> Result<Vec<Moved>, Fault> {
    let mut all = vec![];
    for displaced in own::displaced_of(c, station.id, layer)? {
        let offer = displaced.offer.map(|id| offer_of(c, station, id, now)).transpose()?;
        all.push(Moved { lost: answers::receipt(c, station, displaced.reservation, now)?, offer });
    }
    all.sort_by_key(|m| (m.lost.reservation.made_at, m.lost.reservation.id));
    Ok(all)
}
