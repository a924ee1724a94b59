//! Whom a closure hits gets the next best place offered.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::fill::{Whose, announce, keep, settle_venue};
use super::rules::{LEAST, Terms, WaitState, stand_ins, terms};
use super::store::{self as own, Displaced, Kept};
use super::tell::{self, News};
use crate::ReservationId;
use crate::rules::{self, Booking, Layer, Offering, Side, Sight, Span, State, choose};
use crate::store::{self, Catalogue, Reservation};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

/// A closure that has just been laid, and what to call its reason.
#[derive(Clone, Copy)]
pub struct Gone<'a> {
    pub layer: &'a Layer,
    pub reason: &'a str,
}

/// So many days after the lost one are searched.
const DAYS: i32 = 7;

/// Finds and keeps a next best place for each of `hit`, in the order in which they had booked, and tells them. The
/// reservations have ended already, and all venues of the station are held.
pub fn displace(
    c: &mut Conn,
    house: &House,
    station: &Station,
    gone: Gone<'_>,
    mut hit: Vec<Reservation>,
    now: Timestamp,
) -> Result<(), Fault> {
    hit.sort_by_key(|r| (r.made_at, r.id));
    let catalogue = store::catalogue(c, station.id)?;
    for lost in &hit {
        // Whoever was only offered this waits on; whoever never proved their phone is told, but has nothing to be moved.
        if waits_on(c, station, lost, now)? {
            continue;
        }
        if is_unproven(lost) {
            let whose = (lost.person, lost.offering, &lost.span);
            tell::in_vain(c, house, station, whose, ("closed", gone.reason))?;
            continue;
        }
        let offer = next_best(c, house, station, (&catalogue, lost), now)?;
        let id = offer.as_ref().map(|(kept, _)| kept.reservation);
        own::insert_displaced(c, station.id, gone.layer.id, Displaced { reservation: lost.id, offer: id })?;
        match offer {
            Some((kept, terms)) => {
                let news = News::Moved { span: &lost.span, reason: gone.reason };
                // That the room is closed waits for the morning only if it is still to come then.
                let told_at = if lost.span.from > terms.told_at { terms.told_at } else { now };
                announce(c, house, station, &kept, &Terms { told_at, ..terms }, news)?;
            }
            None => tell::in_vain(c, house, station, (lost.person, lost.offering, &lost.span), ("lost", gone.reason))?,
        }
    }
    Ok(())
}

/// Whether it was only held until a code came back.
fn is_unproven(lost: &Reservation) -> bool {
    let held = lost.state == State::Held && lost.code.is_some() && !lost.is_offer();
    held && lost.lapses_at != Some(lost.span.from)
}

/// Whether what was lost had only been offered to somebody who waits: they keep their place in line.
fn waits_on(c: &mut Conn, station: &Station, lost: &Reservation, now: Timestamp) -> Result<bool, Fault> {
    let offer = match lost.is_offer() {
        true => own::offer_of(c, station.id, lost.id)?,
        false => None,
    };
    let Some(wait) = offer.and_then(|o| o.wait) else { return Ok(false) };
    own::set_wait(c, station.id, wait, (WaitState::Waiting, None), now)?;
    Ok(true)
}

/// The same day before any other day; the same offering before its stand-ins; the nearest time on that day.
fn next_best(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (catalogue, lost): (&Catalogue, &Reservation),
    now: Timestamp,
) -> Result<Option<(Kept, Terms)>, Fault> {
    let Some(of) = catalogue.offering_by_id(lost.offering) else { return Ok(None) };
    let places = stand_ins(of, lost.group, &catalogue.offerings);
    let on = lost.span.from.to_zoned_datetime(station.zone.clone()).date();
    for day in (0..=DAYS).map(|n| on.saturating_add(jiff::Span::new().days(n))) {
        for offering in &places {
            if let Some((booking, terms)) = place_on(c, house, station, (offering, lost), day, now)? {
                let kept = Kept {
                    reservation: ReservationId(house.new_id()),
                    wait: None,
                    instead_of: Some(lost.id),
                    asks: lost.awaits,
                    until_at: terms.until_at,
                    remind_at: terms.remind_at,
                };
                let whose = Whose { person: lost.person, guest: lost.guest_sealed.as_deref() };
                keep(c, house, station, (offering, whose), (booking, kept), now)?;
                return Ok(Some((kept, terms)));
            }
        }
    }
    Ok(None)
}

/// The place of an offering on a day whose time is nearest to the lost one, if somebody can still be asked about it.
fn place_on(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (offering, lost): (&Offering, &Reservation),
    on: Date,
    now: Timestamp,
) -> Result<Option<(Booking, Terms)>, Fault> {
    let day = rules::days(&station.zone, on, 1);
    settle_venue(c, house, station, (offering.venue, &day), now)?;
    let near = store::nearby(c, house, station, offering.venue, &day.widened(GAPS), (now, None))?;
    let open: Vec<Span> = near.open.iter().filter_map(|o| o.meet(&day)).collect();
    let wanted = Span { from: same_time_on(station, lost.span.from, on), until: lost.span.until };
    let minutes = i32::try_from(lost.span.minutes()).unwrap_or(offering.policy.usual);
    let Some(wanted) = Span::of_minutes(wanted.from, minutes) else { return Ok(None) };
    let at = (&wanted, lost.group, now + LEAST);
    let priorities = store::priorities(house, station, &offering.policy, &day.widened(GAPS))?;
    let sight = Sight { now, side: Side::Oneself(lost.favoured), priorities: &priorities };
    let works = rules::nearest(offering, &near.atoms, (&open, &near.claims), &station.zone, at, (&sight, TRIED));
    let with_terms = works.into_iter().find_map(|span| Some((span, terms(now, span.from, &station.zone)?)));
    let Some((span, terms)) = with_terms else { return Ok(None) };
    let policy = &offering.policy;
    let booking = choose(offering, &near.atoms, &near.claims, (&span, lost.group), &sight).map(|units| Booking {
        span,
        group: lost.group,
        units,
        state: State::Held,
        awaits_approval: false,
        lapses_at: None,
        before: policy.before,
        after: policy.after,
        grace: policy.grace,
        favoured: sight.may(&span).ok().flatten(),
    });
    Ok(booking.map(|b| (b, terms)))
}

/// Uses beyond the ends of a day still want their gaps.
const GAPS: SignedDuration = SignedDuration::from_hours(6);
/// Some of the nearest may start too soon for an answer.
const TRIED: usize = 8;

fn same_time_on(station: &Station, at: Timestamp, on: Date) -> Timestamp {
    let time = at.to_zoned_datetime(station.zone.clone()).time();
    station.zone.to_ambiguous_timestamp(on.to_datetime(time)).compatible().unwrap_or(at)
}
