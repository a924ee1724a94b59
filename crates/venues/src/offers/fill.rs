//! What has become free goes to whoever waits for it, in the order of asking, before anybody else can take it.
use jiff::Timestamp;

use super::rules::{Terms, WaitState, starts, terms};
use super::store::{self as own, Kept, Wait};
use super::tell::{self, News};
use crate::ReservationId;
use crate::rules::{self, Ask, Booking, Facts, Offering, Source, Span, State, VenueId};
use crate::store::{self, NewReservation};
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use people::PersonId;
use stations::Station;

/// What a decision about a held venue depends on. What time has freed there goes to those who wait for it first.
pub fn facts_for(
    c: &mut Conn,
    house: &House,
    station: &Station,
    offering: Offering,
    span: &Span,
    who: (Option<PersonId>, Option<ReservationId>),
    now: Timestamp,
) -> Result<Facts, Fault> {
    let (venue, again) = (offering.venue, offering.clone());
    let (facts, settled) = store::facts_and_settled(c, house, station, offering, span, who, now)?;
    if !settled {
        return Ok(facts);
    }
    fill(c, house, station, venue, now)?;
    store::facts_for(c, house, station, again, span, who, now)
}

/// Settles what has lapsed in a held venue around `span`; what became free by that is offered to whoever waits for it.
pub fn settle_venue(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (venue, span): (VenueId, &Span),
    now: Timestamp,
) -> Result<(), Fault> {
    match store::settle_venue(c, house, station.id, (venue, span), now)? {
        true => fill(c, house, station, venue, now),
        false => Ok(()),
    }
}

/// Gives what is free in a held venue to those who wait for it. Doing it twice is fine.
pub fn fill(c: &mut Conn, house: &House, station: &Station, venue: VenueId, now: Timestamp) -> Result<(), Fault> {
    let waits = own::live_of_venue(c, station.id, venue)?;
    let (Some(from), Some(until)) =
        (waits.iter().map(|w| w.earliest).min(), waits.iter().map(|w| w.window().until).max())
    else {
        return Ok(());
    };
    store::settle_venue(c, house, station.id, (venue, &Span { from, until }), now)?;
    let catalogue = store::catalogue(c, station.id)?;
    let mut waiting = vec![];
    for wait in waits {
        if follow(c, house, station, &wait, now)? {
            waiting.push(wait);
        }
    }
    for wait in waiting.iter().filter(|w| w.state_at(now) == WaitState::Waiting) {
        if let Some(offering) = catalogue.offering_by_id(wait.offering) {
            give(c, house, station, (offering, wait), now)?;
        }
    }
    Ok(())
}

/// The same for several venues, which are held.
pub fn fill_all(
    c: &mut Conn,
    house: &House,
    station: &Station,
    venues: &[VenueId],
    now: Timestamp,
) -> Result<(), Fault> {
    venues.iter().try_for_each(|venue| fill(c, house, station, *venue, now))
}

/// Brings a place in line in step with what was offered for it. Whether they wait (still).
fn follow(c: &mut Conn, house: &House, station: &Station, wait: &Wait, now: Timestamp) -> Result<bool, Fault> {
    let (WaitState::Offered, Some(id)) = (wait.state, wait.reservation) else { return Ok(true) };
    let kept = store::by_id(c, station.id, id)?;
    let state = match kept.state_at(now) {
        State::Held if !kept.awaits => return Ok(false),
        State::Expired | State::Cancelled => WaitState::Passed,
        State::Held | State::Confirmed | State::CheckedIn | State::Completed | State::Released => WaitState::Taken,
    };
    own::set_wait(c, station.id, wait.id, (state, Some(id)), now)?;
    if kept.state_at(now) == State::Expired {
        tell::about(c, house, station, &kept, (News::Lapsed, now))?;
    }
    Ok(false)
}

/// Keeps the first start that works for somebody who waits.
fn give(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (offering, wait): (&Offering, &Wait),
    now: Timestamp,
) -> Result<(), Fault> {
    let who = (wait.person, None);
    let facts = store::facts_for(c, house, station, offering.clone(), &wait.window(), who, now)?;
    let source = if wait.by_staff { Source::Desk } else { Source::Public };
    let works = starts(wait.earliest, wait.latest, offering.policy.grid, &station.zone).into_iter().find_map(|from| {
        let terms = terms(now, from, &station.zone)?;
        let ask = Ask { from, minutes: wait.minutes, group: wait.group, said: None };
        rules::book(now, &ask, source, &facts).ok().map(|booking| (booking, terms))
    });
    let Some((booking, terms)) = works else { return Ok(()) };
    let whose = Whose { person: wait.person, guest: wait.guest_sealed.as_deref() };
    let offer = Kept {
        reservation: ReservationId(house.new_id()),
        wait: Some(wait.id),
        instead_of: None,
        asks: booking.awaits_approval,
        until_at: terms.until_at,
        remind_at: terms.remind_at,
    };
    keep(c, house, station, (offering, whose), (booking, offer), now)?;
    own::set_wait(c, station.id, wait.id, (WaitState::Offered, Some(offer.reservation)), now)?;
    announce(c, house, station, &offer, &terms, News::Free)
}

/// For whom something is kept.
#[derive(Clone, Copy)]
pub(super) struct Whose<'a> {
    pub person: Option<PersonId>,
    pub guest: Option<&'a [u8]>,
}

/// Keeps `booking` until the offer's time is over: others see it as taken.
pub(super) fn keep(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (offering, whose): (&Offering, Whose<'_>),
    (booking, offer): (Booking, Kept),
    now: Timestamp,
) -> Result<(), Fault> {
    let held = Booking { state: State::Held, awaits_approval: false, lapses_at: Some(offer.until_at), ..booking };
    let new = NewReservation {
        id: offer.reservation,
        offering: offering.id,
        venue: offering.venue,
        person: whose.person,
        guest_sealed: whose.guest,
        source: Source::Offer,
        code: None,
        now,
    };
    if let Some(person) = whose.person {
        people::keep_until(c, person, held.span.until)?;
    }
    store::insert(c, station.id, &new, &held)?;
    own::insert_offer(c, station.id, &offer, now)?;
    let data = serde_json::json!({ "venue": offering.venue, "wait": offer.wait, "instead_of": offer.instead_of });
    let kind = "reservation.offered";
    event::record(c, station.id, house.now(), By::Program, kind, &offer.reservation.to_string(), &data)?;
    Ok(())
}

/// Tells whom it is for, not in the middle of the night.
pub(super) fn announce(
    c: &mut Conn,
    house: &House,
    station: &Station,
    offer: &Kept,
    terms: &Terms,
    news: News<'_>,
) -> Result<(), Fault> {
    let kept = store::by_id(c, station.id, offer.reservation)?;
    tell::about(c, house, station, &kept, (news, terms.told_at))
}
