//! Rooms for whoever shares no code with this slice: [`stations::Rooms`], which the program hands down.
//!
//! What is held here goes the way of every reservation: the venue held -> facts -> rule -> claim.
use jiff::{SignedDuration, Timestamp};
use stations::{NoRoom, Room, Rooms, Taking, WantedRoom};

use crate::rules::{self, Booking, Offering, Refusal, Source, Span, State};
use crate::store::{self, NewReservation, Reservation};
use crate::{ReservationId, acts, offers};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;

/// The rooms of a station, as values of functions.
pub const ROOMS: Rooms = Rooms { offered, take, shift, give_back, standing, instead };

/// So many other starts are shown.
const FEW: usize = 3;

fn as_room(offering: &Offering) -> Room {
    let name = &offering.name;
    Room { id: offering.id, name_zh: name.zh.clone(), name_en: name.en.clone() }
}

/// In the order of the station's list.
fn offered(c: &mut Conn, station: StationId) -> Result<Vec<Room>, Fault> {
    let all = store::catalogue(c, station)?;
    Ok(all.venues.iter().flat_map(|venue| all.offerings_of(venue.id).map(as_room)).collect())
}

/// The offering with its venue held, and when.
fn wanted(c: &mut Conn, t: &Taking<'_>, w: &WantedRoom) -> Result<Result<(Offering, Span), NoRoom>, Fault> {
    let all = store::catalogue(c, t.station.id)?;
    let found = all.offering_by_id(w.room).cloned().zip(Span::new(w.from, w.until));
    let Some((offering, span)) = found else { return Ok(Err(NoRoom::NotThere)) };
    store::hold(c, t.station.id, offering.venue)?;
    Ok(Ok((offering, span)))
}

/// What the rule says of it, were the reservation `except` not there.
fn judged(
    c: &mut Conn,
    t: &Taking<'_>,
    (offering, span): (&Offering, Span),
    except: Option<ReservationId>,
) -> Result<Result<Booking, NoRoom>, Fault> {
    if span.minutes() > i64::from(rules::LONGEST) {
        // What is days long would be long to read.
        return Ok(Err(NoRoom::Rules));
    }
    let facts = offers::facts_for(c, t.house, t.station, offering.clone(), &span, (None, except), t.now)?;
    Ok(rules::hold_whole(t.now, span, &facts).map_err(why))
}

fn why(refusal: Refusal) -> NoRoom {
    match refusal {
        Refusal::Closed { reason, .. } => {
            let reason = reason.unwrap_or_default();
            NoRoom::Closed { zh: reason.zh, en: reason.en }
        }
        Refusal::Taken => NoRoom::Taken,
        Refusal::Past => NoRoom::Past,
        _ => NoRoom::Rules,
    }
}

/// The venue is held, so nobody else can have taken it since: a key that is there already means that two changes met.
fn met(kept: Result<(), Fault>) -> Result<(), Fault> {
    kept.map_err(|fault| match fault {
        Fault::AlreadyThere(what) => Fault::Clash(what),
        fault => fault,
    })
}

fn take(c: &mut Conn, t: &Taking<'_>, w: WantedRoom) -> Result<Result<Id, NoRoom>, Fault> {
    let (offering, span) = match wanted(c, t, &w)? {
        Ok(found) => found,
        Err(none) => return Ok(Err(none)),
    };
    let booking = match judged(c, t, (&offering, span), None)? {
        Ok(booking) => booking,
        Err(none) => return Ok(Err(none)),
    };
    let called = t.house.keys.seal(acts::GUEST, t.called, &t.house.chance);
    let new = NewReservation {
        id: ReservationId(t.house.new_id()),
        offering: offering.id,
        venue: offering.venue,
        person: None,
        guest_sealed: Some(&called),
        source: Source::Activity,
        code: None,
        now: t.now,
    };
    met(store::insert(c, t.station.id, &new, &booking))?;
    acts::record(c, t.station, (t.now, t.by), "reservation.confirmed", new.id, offering.venue)?;
    Ok(Ok(new.id.0))
}

/// The reservation with its venue held.
fn held(c: &mut Conn, t: &Taking<'_>, id: Id) -> Result<Reservation, Fault> {
    let id = ReservationId(id);
    let seen = store::by_id(c, t.station.id, id)?;
    store::hold(c, t.station.id, seen.venue)?;
    store::by_id(c, t.station.id, id)
}

/// What it is for may be called otherwise by now.
fn rename(c: &mut Conn, t: &Taking<'_>, old: &Reservation) -> Result<(), Fault> {
    let keys = &t.house.keys;
    let was = old.guest_sealed.as_ref().map(|sealed| keys.open(acts::GUEST, sealed)).transpose();
    if was.map_err(Fault::broken)?.as_deref() == Some(t.called) {
        return Ok(());
    }
    store::set_guest(c, t.station.id, old.id, &keys.seal(acts::GUEST, t.called, &t.house.chance))
}

fn shift(c: &mut Conn, t: &Taking<'_>, id: Id, w: WantedRoom) -> Result<Result<(), NoRoom>, Fault> {
    let old = held(c, t, id)?;
    if !old.state_at(t.now).is_live() || old.offering != w.room {
        return Ok(Err(NoRoom::Lost));
    }
    let (offering, span) = match wanted(c, t, &w)? {
        Ok(found) => found,
        Err(none) => return Ok(Err(none)),
    };
    if old.span == span {
        rename(c, t, &old)?;
        return Ok(Ok(()));
    }
    let booking = match judged(c, t, (&offering, span), Some(old.id))? {
        Ok(booking) => booking,
        Err(none) => return Ok(Err(none)),
    };
    met(store::set_time(c, t.station.id, &old, &booking, t.now))?;
    rename(c, t, &old)?;
    acts::record(c, t.station, (t.now, t.by), "reservation.moved", old.id, old.venue)?;
    offers::fill(c, t.house, t.station, old.venue, t.now)?;
    Ok(Ok(()))
}

fn give_back(c: &mut Conn, t: &Taking<'_>, id: Id) -> Result<(), Fault> {
    let old = held(c, t, id)?;
    if !old.state_at(t.now).is_live() {
        return Ok(());
    }
    // What has begun was used until now.
    let end = if old.span.from <= t.now { State::Completed } else { State::Cancelled };
    acts::end(c, t.house, t.station, &old, (end, t.now, t.by))?;
    offers::fill(c, t.house, t.station, old.venue, t.now)
}

fn standing(c: &mut Conn, station: StationId, ids: &[Id], now: Timestamp) -> Result<Vec<Id>, Fault> {
    let all = store::by_ids(c, station, ids)?;
    let stands = |r: &Reservation| {
        let state = r.state_at(now);
        state.is_live() || state == State::Completed
    };
    Ok(all.into_iter().filter(stands).map(|r| r.id.0).collect())
}

/// Starts on the hour and the half hour of that day, the nearest first; and rooms that are free at the time itself.
fn instead(c: &mut Conn, t: &Taking<'_>, w: WantedRoom) -> Result<(Vec<Timestamp>, Vec<Room>), Fault> {
    let Some(span) = Span::new(w.from, w.until).filter(|s| s.minutes() <= i64::from(rules::LONGEST)) else {
        return Ok((vec![], vec![]));
    };
    let all = store::catalogue(c, t.station.id)?;
    let mut free = vec![];
    for offering in all.offerings.iter().filter(|o| o.id != w.room) {
        let facts = store::facts_seen(c, t.house, t.station, offering.clone(), &span, None, t.now)?;
        if rules::hold_whole(t.now, span, &facts).is_ok() {
            free.push(as_room(offering));
        }
    }
    let Some(offering) = all.offering_by_id(w.room) else { return Ok((vec![], free)) };
    let day = rules::days(&t.station.zone, w.from.to_zoned_datetime(t.station.zone.clone()).date(), 1);
    let facts = store::facts_seen(c, t.house, t.station, offering.clone(), &day, None, t.now)?;
    let half_hours = (0..48).map(|n| day.from + SignedDuration::from_mins(30 * n));
    let works = |from: &Timestamp| {
        let there = Span::new(*from, *from + w.until.duration_since(w.from));
        *from >= t.now && there.is_some_and(|there| rules::hold_whole(t.now, there, &facts).is_ok())
    };
    let mut starts: Vec<Timestamp> = half_hours.filter(works).collect();
    starts.sort_by_key(|from| (from.as_second() - w.from.as_second()).abs());
    starts.truncate(FEW);
    Ok((starts, free))
}
