//! Whom officials meet in villages.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::TicketId;
use crate::rules::MatterId;
use crate::village_days::rules::{Next, Takes, VisitState};
use crate::village_days::schema::village_visits as v;
use crate::village_days::{VillageDayId, VillageVisitId};
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: VillageVisitId,
    pub day: VillageDayId,
    pub on: Date,
    pub village: i64,
    pub matter: MatterId,
    /// Of the checklist that they saw.
    pub version: i32,
    pub takes: Takes,
    /// Their number in the hall, if they were asked because of it.
    pub ticket: Option<TicketId>,
    pub person: Option<PersonId>,
    pub name_sealed: Option<Vec<u8>>,
    /// Of whoever asked without an account.
    pub phone_sealed: Option<Vec<u8>>,
    pub phone_hash: Option<Vec<u8>>,
    /// They agreed that the number stands on the route sheet.
    pub phone_told: bool,
    pub state: VisitState,
    pub lapses_at: Option<Timestamp>,
    pub next: Option<Next>,
    pub made_at: Timestamp,
}

impl Kept {
    /// How it stands now: an offer lapses by itself.
    pub fn state_at(&self, now: Timestamp) -> VisitState {
        match (self.state, self.lapses_at) {
            (VisitState::Offered, Some(at)) if at <= now => VisitState::Lapsed,
            (state, _) => state,
        }
    }
}

type Sealed = Option<Vec<u8>>;
type Row = (
    (VillageVisitId, VillageDayId, On, i64, MatterId, i32, i16, bool),
    (Option<TicketId>, Option<PersonId>, Sealed, Sealed, Sealed, bool),
    (i16, Option<Ts>, Option<i16>, Ts),
);

macro_rules! columns {
    () => {
        (
            (v::id, v::day_id, v::on_day, v::village, v::matter_id, v::version, v::minutes, v::at_home),
            (v::ticket_id, v::person_id, v::name_sealed, v::phone_sealed, v::phone_hash, v::phone_told),
            (v::state, v::lapses_at, v::next_step, v::made_at),
        )
    };
}

fn to_kept((what, who, how): Row) -> Result<Kept, Fault> {
    let (id, day, on, village, matter, version, minutes, at_home) = what;
    let (ticket, person, name_sealed, phone_sealed, phone_hash, phone_told) = who;
    let (state, lapses_at, next, made_at) = how;
    let odd = || Fault::broken(format!("village visit {id} has a row that makes no sense; run `yizhan check`"));
    Ok(Kept {
        id,
        day,
        on: on.0,
        village,
        matter,
        version,
        takes: Takes { minutes, at_home },
        ticket,
        person,
        name_sealed,
        phone_sealed,
        phone_hash,
        phone_told,
        state: VisitState::of(state).ok_or_else(odd)?,
        lapses_at: lapses_at.map(|at| at.0),
        next: next.map(|n| Next::of(n).ok_or_else(odd)).transpose()?,
        made_at: made_at.0,
    })
}

pub fn insert(c: &mut Conn, station: StationId, visit: &Kept) -> Result<(), Fault> {
    let row = (
        (v::station_id.eq(station), v::id.eq(visit.id), v::day_id.eq(visit.day), v::on_day.eq(On(visit.on))),
        (v::village.eq(visit.village), v::matter_id.eq(visit.matter), v::version.eq(visit.version)),
        (v::minutes.eq(visit.takes.minutes), v::at_home.eq(visit.takes.at_home), v::ticket_id.eq(visit.ticket)),
        (v::person_id.eq(visit.person), v::name_sealed.eq(&visit.name_sealed)),
        (v::phone_sealed.eq(&visit.phone_sealed), v::phone_hash.eq(&visit.phone_hash)),
        (v::phone_told.eq(visit.phone_told), v::state.eq(visit.state as i16)),
        (v::lapses_at.eq(visit.lapses_at.map(Ts)), v::next_step.eq(visit.next.map(|n| n as i16))),
        v::made_at.eq(Ts(visit.made_at)),
    );
    on!(c, c => diesel::insert_into(v::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: VillageVisitId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => v::table.find((station, id)).select(columns!()).first(c))?;
    to_kept(row)
}

/// All visits of a day, in the order in which they were made.
pub fn of_day(c: &mut Conn, station: StationId, day: VillageDayId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => v::table
        .filter(v::station_id.eq(station).and(v::day_id.eq(day)))
        .order((v::made_at, v::id))
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

/// What was offered to whoever holds a ticket, or promised.
pub fn of_ticket(c: &mut Conn, station: StationId, ticket: TicketId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => v::table
        .filter(v::station_id.eq(station).and(v::ticket_id.eq(ticket)))
        .order((v::on_day, v::made_at))
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

/// Whether somebody has a place on a day already: the person, or whoever has the number.
pub fn has_place(
    c: &mut Conn,
    station: StationId,
    day: Date,
    (person, phone_hash): (Option<PersonId>, Option<&[u8]>),
) -> Result<bool, Fault> {
    let of_day = v::station_id.eq(station).and(v::on_day.eq(On(day))).and(v::state.eq(Lit::<1>));
    let theirs = (v::person_id.is_not_null().and(v::person_id.eq(person)))
        .or(v::phone_hash.is_not_null().and(v::phone_hash.eq(phone_hash)));
    let found: Option<VillageVisitId> =
        on!(c, c => v::table.filter(of_day).filter(theirs).select(v::id).first(c).optional())?;
    Ok(found.is_some())
}

/// How a visit stands from now on; its offer is answered.
pub fn set(
    c: &mut Conn,
    station: StationId,
    id: VillageVisitId,
    (state, next): (VisitState, Option<Next>),
) -> Result<(), Fault> {
    on!(c, c => diesel::update(v::table.find((station, id)))
        .set((v::state.eq(state as i16), v::next_step.eq(next.map(|n| n as i16)), v::lapses_at.eq(None::<Ts>)))
        .execute(c))?;
    Ok(())
}

/// Lets an offer lapse. Whether it still was one: whoever answers at the last moment has answered.
pub fn lapse(c: &mut Conn, station: StationId, id: VillageVisitId) -> Result<bool, Fault> {
    let one = v::station_id.eq(station).and(v::id.eq(id)).and(v::state.eq(VisitState::Offered as i16));
    let lapsed = on!(c, c => diesel::update(v::table.filter(one))
        .set((v::state.eq(VisitState::Lapsed as i16), v::lapses_at.eq(None::<Ts>)))
        .execute(c))?;
    Ok(lapsed > 0)
}

/// Up to `most` offers of all stations that nobody has answered in time.
pub fn lapsing(c: &mut Conn, now: Timestamp, most: i64) -> Result<Vec<(StationId, Kept)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => v::table
        .filter(v::state.eq(Lit::<0>).and(v::lapses_at.le(Ts(now))))
        .order((v::lapses_at, v::station_id, v::id))
        .limit(most)
        .select((v::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_kept(row)?))).collect()
}

/// A person's visits of all stations from `day` on.
pub fn theirs(c: &mut Conn, person: PersonId, day: Date) -> Result<Vec<(StationId, Kept)>, Fault> {
    Ok(all_theirs(c, person, None)?.into_iter().filter(|(_, visit)| visit.on >= day).collect())
}

/// All visits of a person, or of whoever left this number, the oldest day first.
pub fn all_theirs(c: &mut Conn, person: PersonId, phone_hash: Option<&[u8]>) -> Result<Vec<(StationId, Kept)>, Fault> {
    let theirs = v::person_id.eq(person).or(v::phone_hash.is_not_null().and(v::phone_hash.eq(phone_hash)));
    let rows: Vec<(StationId, Row)> = on!(c, c => v::table
        .filter(theirs)
        .order((v::on_day, v::made_at))
        .select((v::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_kept(row)?))).collect()
}

/// Takes everybody out of a visit.
pub fn forget(c: &mut Conn, station: StationId, id: VillageVisitId) -> Result<(), Fault> {
    on!(c, c => diesel::update(v::table.find((station, id)))
        .set((
            v::person_id.eq(None::<PersonId>),
            (v::name_sealed.eq(None::<Vec<u8>>), v::phone_sealed.eq(None::<Vec<u8>>)),
            (v::phone_hash.eq(None::<Vec<u8>>), v::phone_told.eq(false)),
        ))
        .execute(c))?;
    Ok(())
}

/// The same for all visits of days before `day`. Returns how many named somebody.
pub fn forget_before(c: &mut Conn, day: Date) -> Result<usize, Fault> {
    let named = v::person_id.is_not_null().or(v::name_sealed.is_not_null()).or(v::phone_sealed.is_not_null());
    let old = v::table.filter(v::on_day.lt(On(day))).filter(named);
    Ok(on!(c, c => diesel::update(old)
        .set((
            v::person_id.eq(None::<PersonId>),
            (v::name_sealed.eq(None::<Vec<u8>>), v::phone_sealed.eq(None::<Vec<u8>>)),
            (v::phone_hash.eq(None::<Vec<u8>>), v::phone_told.eq(false)),
        ))
        .execute(c))?)
}
