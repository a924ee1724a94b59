//! All queries of the group.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use super::ConsentId;
use super::rules::{How, Kind};
use super::schema::proxy_consents as p;
use crate::rules::{MatterId, State as TicketState};
use crate::schema::{ticket_carriers as k, tickets as t};
use kernel::db::Conn;
use kernel::db::types::{Id, On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold as hold_rows, on};
use people::{PersonId, StaffId};

/// A consent as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: ConsentId,
    pub matter: MatterId,
    /// Whose matter it is.
    pub person: Option<PersonId>,
    pub name_sealed: Option<Vec<u8>>,
    /// Who acts; forgotten in time.
    pub proxy_sealed: Option<Vec<u8>>,
    pub kind: Kind,
    pub how: How,
    pub until: Date,
    pub made_at: Timestamp,
    pub made_by: Option<StaffId>,
    pub withdrawn_at: Option<Timestamp>,
}

type Row = (
    (ConsentId, MatterId, Option<PersonId>, Option<Vec<u8>>, Option<Vec<u8>>),
    (i16, i16, On, Ts, Option<Id>, Option<Ts>),
);

macro_rules! columns {
    () => {
        (
            (p::id, p::matter_id, p::person_id, p::name_sealed, p::proxy_sealed),
            (p::proxy_kind, p::how, p::until_on, p::made_at, p::made_by, p::withdrawn_at),
        )
    };
}

fn to_kept((who, how_it_is): Row) -> Result<Kept, Fault> {
    let (id, matter, person, name_sealed, proxy_sealed) = who;
    let (kind, how, until, made_at, made_by, withdrawn_at) = how_it_is;
    let odd = || Fault::broken(format!("consent {id} has a row that makes no sense; run `yizhan check`"));
    Ok(Kept {
        id,
        matter,
        person,
        name_sealed,
        proxy_sealed,
        kind: Kind::of(kind).ok_or_else(odd)?,
        how: How::of(how).ok_or_else(odd)?,
        until: until.0,
        made_at: made_at.0,
        made_by: made_by.map(StaffId),
        withdrawn_at: withdrawn_at.map(|at| at.0),
    })
}

pub fn insert(c: &mut Conn, station: StationId, new: &Kept) -> Result<(), Fault> {
    let row = (
        (p::station_id.eq(station), p::id.eq(new.id), p::matter_id.eq(new.matter), p::person_id.eq(new.person)),
        (p::name_sealed.eq(&new.name_sealed), p::proxy_sealed.eq(&new.proxy_sealed)),
        (p::proxy_kind.eq(new.kind as i16), p::how.eq(new.how as i16), p::until_on.eq(On(new.until))),
        (p::made_at.eq(Ts(new.made_at)), p::made_by.eq(new.made_by.map(|staff| staff.0))),
        p::withdrawn_at.eq(new.withdrawn_at.map(Ts)),
    );
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    Ok(())
}

/// Whoever acts under a consent and whoever withdraws it hold it: one after the other.
pub fn hold(c: &mut Conn, station: StationId, id: ConsentId) -> Result<Kept, Fault> {
    let one = || p::table.filter(p::station_id.eq(station).and(p::id.eq(id)));
    hold_rows!(c, one().select(p::id))?;
    by_id(c, station, id)
}

pub fn by_id(c: &mut Conn, station: StationId, id: ConsentId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => p::table.find((station, id)).select(columns!()).first(c))?;
    to_kept(row)
}

/// What holds at a station on `today`, the newest first.
pub fn holding(c: &mut Conn, station: StationId, today: Date, most: i64) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::until_on.ge(On(today))).and(p::withdrawn_at.is_null()))
        .order((p::made_at.desc(), p::id))
        .limit(most)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

/// What a person has agreed to, of all stations, the newest first.
pub fn theirs(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, Kept)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => p::table
        .filter(p::person_id.eq(person))
        .order((p::made_at.desc(), p::id))
        .select((p::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_kept(row)?))).collect()
}

pub fn withdraw(c: &mut Conn, station: StationId, id: ConsentId, now: Timestamp) -> Result<(), Fault> {
    on!(c, c => diesel::update(p::table.find((station, id))).set(p::withdrawn_at.eq(Ts(now))).execute(c))?;
    Ok(())
}

/// Its last day is `day`, unless it was over before.
pub fn end_on(c: &mut Conn, station: StationId, id: ConsentId, day: Date) -> Result<(), Fault> {
    let later = p::station_id.eq(station).and(p::id.eq(id)).and(p::until_on.gt(On(day)));
    on!(c, c => diesel::update(p::table.filter(later)).set(p::until_on.eq(On(day))).execute(c))?;
    Ok(())
}

/// Up to `most` consents of all stations whose matter was done with a ticket that they carried, and the day of it.
pub fn done(c: &mut Conn, most: i64) -> Result<Vec<(StationId, ConsentId, Date)>, Fault> {
    let rows: Vec<(StationId, ConsentId, On)> = on!(c, c => p::table
        .inner_join(k::table.on(k::station_id.eq(p::station_id).and(k::consent_id.eq(p::id))))
        .inner_join(t::table.on(t::station_id.eq(k::station_id).and(t::id.eq(k::ticket_id))))
        .filter(t::state.eq(TicketState::Done as i16).and(p::until_on.gt(t::on_day)))
        .filter(k::name_sealed.is_not_null())
        .order((p::station_id, p::id, t::on_day))
        .limit(most)
        .select((p::station_id, p::id, t::on_day))
        .load(c))?;
    Ok(rows.into_iter().map(|(station, id, day)| (station, id, day.0)).collect())
}

/// Up to `most` consents of all stations that name somebody and ended before `day`.
pub fn ended_before(c: &mut Conn, day: Date, at: Timestamp, most: i64) -> Result<Vec<(StationId, ConsentId)>, Fault> {
    Ok(on!(c, c => p::table
        .filter(p::until_on.lt(On(day)).or(p::withdrawn_at.is_not_null().and(p::withdrawn_at.lt(Ts(at)))))
        .filter(p::proxy_sealed.is_not_null())
        .limit(most)
        .select((p::station_id, p::id))
        .load(c))?)
}

/// Takes everybody out of a consent: that there was one stays.
pub fn forget(c: &mut Conn, station: StationId, id: ConsentId) -> Result<(), Fault> {
    on!(c, c => diesel::update(p::table.find((station, id)))
        .set((
            p::person_id.eq(None::<PersonId>),
            p::name_sealed.eq(None::<Vec<u8>>),
            p::proxy_sealed.eq(None::<Vec<u8>>),
        ))
        .execute(c))?;
    Ok(())
}
