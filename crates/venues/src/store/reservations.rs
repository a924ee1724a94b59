//! Reservations: one row each, changed by state and sequence.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::ReservationId;
use crate::rules::{Booking, Favoured, OfferingId, Source, Span, Standing, State, VenueId};
use crate::schema::reservations as r;
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

use super::claims;

/// A reservation as its row says; what it is now, [`Reservation::state_at`] tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Reservation {
    pub id: ReservationId,
    pub offering: OfferingId,
    pub venue: VenueId,
    pub person: Option<PersonId>,
    pub guest_sealed: Option<Vec<u8>>,
    pub span: Span,
    pub group: i32,
    pub state: State,
    pub awaits: bool,
    pub lapses_at: Option<Timestamp>,
    pub grace: Option<i32>,
    pub source: Source,
    pub made_at: Timestamp,
    pub changed_at: Timestamp,
    pub sequence: i32,
    pub code: Option<Id>,
    /// What they say they are, if they have it only because of that.
    pub favoured: Option<Favoured>,
    /// Somebody was seen in there: checked in, let in, or so it stood on paper. What ended by itself was perhaps never used.
    pub seen: bool,
}

impl Reservation {
    pub fn state_at(&self, now: Timestamp) -> State {
        self.state.at(now, self.lapses_at, self.span.until)
    }

    /// Whether it is kept for somebody who has not answered yet, as far as the row says.
    pub fn is_offer(&self) -> bool {
        self.state == State::Held && self.source == Source::Offer && !self.awaits
    }

    pub fn standing(&self, cancel_until: i32) -> Standing {
        Standing {
            state: self.state,
            span: self.span,
            lapses_at: self.lapses_at,
            awaits_approval: self.awaits,
            grace: self.grace,
            cancel_until,
        }
    }
}

/// What is known of a new reservation beside the decision itself.
pub struct NewReservation<'a> {
    pub id: ReservationId,
    pub offering: OfferingId,
    pub venue: VenueId,
    pub person: Option<PersonId>,
    pub guest_sealed: Option<&'a [u8]>,
    pub source: Source,
    pub code: Option<Id>,
    pub now: Timestamp,
}

type Row = (
    (ReservationId, i32, i32, Option<PersonId>, Option<Vec<u8>>),
    (Ts, Ts, i32, i16, bool, Option<Ts>, Option<i32>),
    (i16, Ts, Ts, i32, Option<Id>, Option<i16>, bool),
);

macro_rules! columns {
    () => {
        (
            (r::id, r::offering_id, r::venue_id, r::person_id, r::guest_sealed),
            (r::starts_at, r::ends_at, r::group_size, r::state, r::awaits, r::lapses_at, r::grace),
            (r::source, r::made_at, r::changed_at, r::sequence, r::code_id, r::favoured, r::seen),
        )
    };
}

fn to_reservation((ids, what, how): Row) -> Result<Reservation, Fault> {
    let (id, offering, venue, person, guest_sealed) = ids;
    let (from, until, group, state, awaits, lapses_at, grace) = what;
    let (source, made_at, changed_at, sequence, code, favoured, seen) = how;
    let odd = || Fault::broken(format!("reservation {id} has a row that makes no sense; run `yizhan check`"));
    Ok(Reservation {
        id,
        offering,
        venue,
        person,
        guest_sealed,
        span: Span::new(from.0, until.0).ok_or_else(odd)?,
        group,
        state: State::from_column(state).ok_or_else(odd)?,
        awaits,
        lapses_at: lapses_at.map(|t| t.0),
        grace,
        source: Source::from_column(source).ok_or_else(odd)?,
        made_at: made_at.0,
        changed_at: changed_at.0,
        sequence,
        code,
        favoured: favoured.map(|n| Favoured::from_column(n).ok_or_else(odd)).transpose()?,
        seen,
    })
}

fn all(rows: Vec<Row>) -> Result<Vec<Reservation>, Fault> {
    rows.into_iter().map(to_reservation).collect()
}

pub fn insert(c: &mut Conn, station: StationId, new: &NewReservation<'_>, b: &Booking) -> Result<(), Fault> {
    let row = (
        (r::station_id.eq(station), r::id.eq(new.id), r::offering_id.eq(new.offering), r::venue_id.eq(new.venue)),
        (r::person_id.eq(new.person), r::guest_sealed.eq(new.guest_sealed), r::group_size.eq(b.group)),
        (r::starts_at.eq(Ts(b.span.from)), r::ends_at.eq(Ts(b.span.until)), r::state.eq(b.state as i16)),
        (r::awaits.eq(b.awaits_approval), r::lapses_at.eq(b.lapses_at.map(Ts)), r::grace.eq(b.grace)),
        (r::source.eq(new.source as i16), r::made_at.eq(Ts(new.now)), r::changed_at.eq(Ts(new.now))),
        (r::sequence.eq(0), r::code_id.eq(new.code), r::favoured.eq(b.favoured.map(|f| f as i16))),
        // What begins as in use or over, somebody has seen.
        r::seen.eq(matches!(b.state, State::CheckedIn | State::Completed)),
    );
    on!(c, c => diesel::insert_into(r::table).values(row).execute(c))?;
    claims::claim(c, station, new.id, b)
}

pub fn by_id(c: &mut Conn, station: StationId, id: ReservationId) -> Result<Reservation, Fault> {
    let row: Row = on!(c, c => r::table.find((station, id)).select(columns!()).first(c))?;
    to_reservation(row)
}

/// Those of `ids` that there are.
pub fn by_ids(c: &mut Conn, station: StationId, ids: &[Id]) -> Result<Vec<Reservation>, Fault> {
    let mut found = vec![];
    // Not more parameters in a statement than every engine takes.
    for some in ids.chunks(500) {
        let rows: Vec<Row> = on!(c, c => r::table
            .filter(r::station_id.eq(station).and(r::id.eq_any(some)))
            .select(columns!())
            .load(c))?;
        found.extend(all(rows)?);
    }
    Ok(found)
}

/// Moves on to `state`. Early ends give the units back; what was still to come of a completed one too.
pub fn set_state(
    c: &mut Conn,
    station: StationId,
    old: &Reservation,
    (state, lapses_at): (State, Option<Timestamp>),
    now: Timestamp,
) -> Result<(), Fault> {
    let row = r::table.find((station, old.id));
    let awaits = old.awaits && state == State::Held;
    let seen = state == State::CheckedIn || state == State::Completed && old.seen;
    let ends_at = if state == State::Completed { old.span.until.min(end_of_use(old, now)) } else { old.span.until };
    on!(c, c => diesel::update(row)
        .set((
            (r::state.eq(state as i16), r::awaits.eq(awaits), r::lapses_at.eq(lapses_at.map(Ts))),
            (r::changed_at.eq(Ts(now)), r::sequence.eq(old.sequence + 1), r::ends_at.eq(Ts(ends_at))),
            r::seen.eq(seen),
        ))
        .execute(c))?;
    match state {
        State::Expired | State::Cancelled | State::Released => claims::release(c, station, old.id),
        State::Completed if ends_at < old.span.until => claims::cut_at(c, station, old.id, ends_at),
        _ => claims::set_lapse(c, station, old.id, lapses_at),
    }
}

/// The end of the running cell, so that what is given back starts on a cell; at least one cell was used.
fn end_of_use(old: &Reservation, now: Timestamp) -> Timestamp {
    let cell = jiff::SignedDuration::from_mins(crate::rules::CELL_MINUTES.into());
    crate::rules::earliest_now(now.max(old.span.from)) + cell
}

/// Moves a reservation to the time and the units of `b`.
pub fn set_time(c: &mut Conn, station: StationId, old: &Reservation, b: &Booking, now: Timestamp) -> Result<(), Fault> {
    claims::release(c, station, old.id)?;
    // What nobody had, or had given up, and is over now was told by somebody; what was over is what it was.
    let seen = match b.state {
        State::CheckedIn => true,
        State::Completed => old.seen || old.state != State::Completed,
        _ => false,
    };
    on!(c, c => diesel::update(r::table.find((station, old.id)))
        .set((
            (r::starts_at.eq(Ts(b.span.from)), r::ends_at.eq(Ts(b.span.until)), r::lapses_at.eq(b.lapses_at.map(Ts))),
            (r::state.eq(b.state as i16), r::awaits.eq(b.awaits_approval), r::group_size.eq(b.group)),
            (r::changed_at.eq(Ts(now)), r::sequence.eq(old.sequence + 1)),
            (r::favoured.eq(b.favoured.map(|f| f as i16)), r::seen.eq(seen)),
        ))
        .execute(c))?;
    claims::claim(c, station, old.id, b)
}

/// For whom or for what it is, sealed.
pub fn set_guest(c: &mut Conn, station: StationId, id: ReservationId, sealed: &[u8]) -> Result<(), Fault> {
    on!(c, c => diesel::update(r::table.find((station, id))).set(r::guest_sealed.eq(Some(sealed))).execute(c))?;
    Ok(())
}

pub fn set_code(c: &mut Conn, station: StationId, id: ReservationId, code: Id) -> Result<(), Fault> {
    on!(c, c => diesel::update(r::table.find((station, id))).set(r::code_id.eq(Some(code))).execute(c))?;
    Ok(())
}

/// All reservations of a station that start in `window`, early ended ones too.
pub fn day(c: &mut Conn, station: StationId, window: &Span) -> Result<Vec<Reservation>, Fault> {
    let rows: Vec<Row> = on!(c, c => r::table
        .filter(r::station_id.eq(station))
        .filter(r::starts_at.ge(Ts(window.from)).and(r::starts_at.lt(Ts(window.until))))
        .order((r::starts_at, r::venue_id, r::ends_at, r::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// Requests that wait for a manager, the next to start first.
pub fn requests(c: &mut Conn, station: StationId, now: Timestamp) -> Result<Vec<Reservation>, Fault> {
    let rows: Vec<Row> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::starts_at.gt(Ts(now))))
        .filter(r::awaits.and(r::state.eq(Lit::<0>)))
        .order((r::starts_at, r::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// What a person has had and will have here, the newest first.
pub fn of_person(c: &mut Conn, station: StationId, person: PersonId, most: i64) -> Result<Vec<Reservation>, Fault> {
    let rows: Vec<Row> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::person_id.eq(person)))
        .order(r::starts_at.desc())
        .limit(most)
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// What is held for a person here until they, a code or a manager say more.
pub fn held_for(c: &mut Conn, station: StationId, person: PersonId) -> Result<Vec<Reservation>, Fault> {
    let rows: Vec<Row> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::person_id.eq(person)).and(r::state.eq(State::Held as i16)))
        .order(r::starts_at)
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// The stations where a person has or had something: their own question, the only one that crosses stations.
pub fn stations_of(c: &mut Conn, person: PersonId) -> Result<Vec<StationId>, Fault> {
    Ok(on!(c, c => r::table
        .filter(r::person_id.eq(person))
        .select(r::station_id)
        .distinct()
        .order(r::station_id)
        .load(c))?)
}

/// Live reservations that touch `span`: whom a closure hits.
pub fn hit_by(
    c: &mut Conn,
    station: StationId,
    venue: Option<VenueId>,
    span: &Span,
    now: Timestamp,
) -> Result<Vec<Reservation>, Fault> {
    let rows: Vec<Row> = on!(c, c => r::table
        .filter(r::station_id.eq(station).and(r::state.lt(Lit::<3>)))
        .filter(r::starts_at.gt(Ts(span.widened(claims::LONGEST_USE).from)).and(r::starts_at.lt(Ts(span.until))))
        .filter(r::ends_at.gt(Ts(span.from)))
        .order((r::starts_at, r::id))
        .select(columns!())
        .load(c))?;
    let concerned = |x: &Reservation| venue.is_none_or(|v| v == x.venue) && x.state_at(now).is_live();
    Ok(all(rows)?.into_iter().filter(concerned).collect())
}
