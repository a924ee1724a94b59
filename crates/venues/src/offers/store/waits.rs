//! Places in line.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::offers::rules::{LEAST, WaitState};
use crate::offers::schema::waits as w;
use crate::rules::{OfferingId, Span, VenueId};
use crate::{ReservationId, WaitId};
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// A place in line as its row says.
#[derive(Debug, Clone, PartialEq)]
pub struct Wait {
    pub id: WaitId,
    pub offering: OfferingId,
    pub venue: VenueId,
    pub person: Option<PersonId>,
    pub guest_sealed: Option<Vec<u8>>,
    pub earliest: Timestamp,
    pub latest: Timestamp,
    pub minutes: i32,
    pub group: i32,
    pub by_staff: bool,
    pub state: WaitState,
    pub asked_at: Timestamp,
    pub reservation: Option<ReservationId>,
}

impl Wait {
    /// From the first start that would do to the end of the last use.
    pub fn window(&self) -> Span {
        let last = Span::of_minutes(self.latest, self.minutes.max(1));
        Span { from: self.earliest, until: last.map_or(self.latest, |s| s.until) }
    }

    /// What it is at `now`: whoever still waits when it is too late to ask them has waited in vain.
    pub fn state_at(&self, now: Timestamp) -> WaitState {
        match self.state {
            WaitState::Waiting if self.latest - now < LEAST => WaitState::Over,
            state => state,
        }
    }
}

/// What is known of a new place in line.
pub struct NewWait<'a> {
    pub id: WaitId,
    pub offering: OfferingId,
    pub venue: VenueId,
    pub person: Option<PersonId>,
    pub guest_sealed: Option<&'a [u8]>,
    pub starts: (Timestamp, Timestamp),
    pub minutes: i32,
    pub group: i32,
    pub by_staff: bool,
    pub now: Timestamp,
}

type Row =
    ((WaitId, i32, i32, Option<PersonId>, Option<Vec<u8>>), (Ts, Ts, i32, i32, bool), (i16, Ts, Option<ReservationId>));

macro_rules! columns {
    () => {
        (
            (w::id, w::offering_id, w::venue_id, w::person_id, w::guest_sealed),
            (w::earliest_at, w::latest_at, w::minutes, w::group_size, w::by_staff),
            (w::state, w::asked_at, w::reservation_id),
        )
    };
}

fn to_wait((who, what, how): Row) -> Result<Wait, Fault> {
    let (id, offering, venue, person, guest_sealed) = who;
    let (earliest, latest, minutes, group, by_staff) = what;
    let (state, asked_at, reservation) = how;
    let odd = || Fault::broken(format!("wait {id} has a row that makes no sense; run `yizhan check`"));
    Ok(Wait {
        id,
        offering,
        venue,
        person,
        guest_sealed,
        earliest: earliest.0,
        latest: latest.0,
        minutes,
        group,
        by_staff,
        state: WaitState::from_column(state).ok_or_else(odd)?,
        asked_at: asked_at.0,
        reservation,
    })
}

fn all(rows: Vec<Row>) -> Result<Vec<Wait>, Fault> {
    rows.into_iter().map(to_wait).collect()
}

pub fn insert_wait(c: &mut Conn, station: StationId, new: &NewWait<'_>) -> Result<(), Fault> {
    let row = (
        (w::station_id.eq(station), w::id.eq(new.id), w::offering_id.eq(new.offering), w::venue_id.eq(new.venue)),
        (w::person_id.eq(new.person), w::guest_sealed.eq(new.guest_sealed), w::by_staff.eq(new.by_staff)),
        (w::earliest_at.eq(Ts(new.starts.0)), w::latest_at.eq(Ts(new.starts.1)), w::minutes.eq(new.minutes)),
        (w::group_size.eq(new.group), w::state.eq(WaitState::Waiting as i16)),
        (w::asked_at.eq(Ts(new.now)), w::changed_at.eq(Ts(new.now))),
    );
    on!(c, c => diesel::insert_into(w::table).values(row).execute(c))?;
    Ok(())
}

pub fn wait_by_id(c: &mut Conn, station: StationId, id: WaitId) -> Result<Wait, Fault> {
    let row: Row = on!(c, c => w::table.find((station, id)).select(columns!()).first(c))?;
    to_wait(row)
}

pub fn set_wait(
    c: &mut Conn,
    station: StationId,
    id: WaitId,
    (state, reservation): (WaitState, Option<ReservationId>),
    now: Timestamp,
) -> Result<(), Fault> {
    let row = w::table.find((station, id));
    on!(c, c => diesel::update(row)
        .set((w::state.eq(state as i16), w::reservation_id.eq(reservation), w::changed_at.eq(Ts(now))))
        .execute(c))?;
    Ok(())
}

/// Who waits in a venue, the first in line first.
pub fn live_of_venue(c: &mut Conn, station: StationId, venue: VenueId) -> Result<Vec<Wait>, Fault> {
    let rows: Vec<Row> = on!(c, c => w::table
        .filter(w::station_id.eq(station).and(w::venue_id.eq(venue)))
        .filter(w::state.lt(Lit::<2>))
        .order((w::asked_at, w::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// What one person waits for in an offering.
pub fn live_of_person(
    c: &mut Conn,
    station: StationId,
    (person, offering): (PersonId, OfferingId),
) -> Result<Vec<Wait>, Fault> {
    let rows: Vec<Row> = on!(c, c => w::table
        .filter(w::station_id.eq(station).and(w::person_id.eq(person)).and(w::offering_id.eq(offering)))
        .filter(w::state.lt(Lit::<2>))
        .order((w::asked_at, w::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// Who waits for something on a day, by venue and in line.
pub fn live_on(c: &mut Conn, station: StationId, day: &Span) -> Result<Vec<Wait>, Fault> {
    let rows: Vec<Row> = on!(c, c => w::table
        .filter(w::station_id.eq(station).and(w::state.lt(Lit::<2>)))
        .filter(w::latest_at.ge(Ts(day.from)).and(w::earliest_at.lt(Ts(day.until))))
        .order((w::venue_id, w::asked_at, w::id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// A person's newest places in line.
pub fn waits_of_person(c: &mut Conn, station: StationId, person: PersonId, most: i64) -> Result<Vec<Wait>, Fault> {
    let rows: Vec<Row> = on!(c, c => w::table
        .filter(w::station_id.eq(station).and(w::person_id.eq(person)))
        .order(w::id.desc())
        .limit(most)
        .select(columns!())
        .load(c))?;
    all(rows)
}

pub fn stations_of_waits(c: &mut Conn, person: PersonId) -> Result<Vec<StationId>, Fault> {
    Ok(on!(c, c => w::table
        .filter(w::person_id.eq(person))
        .select(w::station_id)
        .distinct()
        .order(w::station_id)
        .load(c))?)
}

/// Up to `most` places of any station in which one has waited in vain by now.
pub fn ending(c: &mut Conn, now: Timestamp, most: i64) -> Result<Vec<(StationId, VenueId, WaitId)>, Fault> {
    let last = Ts(now + LEAST);
    Ok(on!(c, c => w::table
        .filter(w::state.lt(Lit::<2>).and(w::latest_at.lt(last)).and(w::state.eq(WaitState::Waiting as i16)))
        .order((w::station_id, w::venue_id, w::id))
        .limit(most)
        .select((w::station_id, w::venue_id, w::id))
        .load(c))?)
}
