//! Clubs: one row each, also of those that are closed.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::ClubId;
use crate::clubs::schema::clubs as k;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// A club as its row says.
#[derive(Debug, Clone, PartialEq)]
pub struct Club {
    pub id: ClubId,
    pub name: String,
    pub about: String,
    pub opens: bool,
    pub leader: Option<PersonId>,
    pub heir: Option<PersonId>,
    pub reason: String,
    pub made_at: Timestamp,
    pub closed_at: Option<Timestamp>,
}

/// A club that is founded.
pub struct NewClub<'a> {
    pub id: ClubId,
    pub name: &'a str,
    pub about: &'a str,
    pub opens: bool,
    pub leader: Option<PersonId>,
    pub heir: Option<PersonId>,
    pub now: Timestamp,
}

type Columns = (ClubId, String, String, bool, Option<PersonId>, Option<PersonId>, String, Ts, Option<Ts>);

macro_rules! columns {
    () => {
        (k::id, k::name, k::about, k::opens, k::leader_id, k::heir_id, k::reason, k::made_at, k::closed_at)
    };
}

fn to_club((id, name, about, opens, leader, heir, reason, made_at, closed_at): Columns) -> Club {
    let closed_at = closed_at.map(|t| t.0);
    Club { id, name, about, opens, leader, heir, reason, made_at: made_at.0, closed_at }
}

/// Until the transaction ends nobody else decides about this club.
pub fn hold(c: &mut Conn, station: StationId, id: ClubId) -> Result<(), Fault> {
    let row = k::table.filter(k::station_id.eq(station).and(k::id.eq(id))).select(k::id);
    Ok(kernel::hold!(c, row)?)
}

/// [`Fault::AlreadyThere`] if another club here has the name.
pub fn insert(c: &mut Conn, station: StationId, new: &NewClub<'_>) -> Result<(), Fault> {
    let row = (
        (k::station_id.eq(station), k::id.eq(new.id), k::name.eq(new.name), k::about.eq(new.about)),
        (k::opens.eq(new.opens), k::leader_id.eq(new.leader), k::heir_id.eq(new.heir), k::reason.eq("")),
        k::made_at.eq(Ts(new.now)),
    );
    on!(c, c => diesel::insert_into(k::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: ClubId) -> Result<Club, Fault> {
    let row: Columns = on!(c, c => k::table.find((station, id)).select(columns!()).first(c))?;
    Ok(to_club(row))
}

/// The clubs of a station that are not closed, by name.
pub fn running(c: &mut Conn, station: StationId) -> Result<Vec<Club>, Fault> {
    let rows: Vec<Columns> = on!(c, c => k::table
        .filter(k::station_id.eq(station).and(k::closed_at.is_null()))
        .order((k::name, k::id))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_club).collect())
}

/// The clubs among `ids`, by name.
pub fn find(c: &mut Conn, station: StationId, ids: &[ClubId]) -> Result<Vec<Club>, Fault> {
    let rows: Vec<Columns> = on!(c, c => k::table
        .filter(k::station_id.eq(station).and(k::id.eq_any(ids)))
        .order((k::name, k::id))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(to_club).collect())
}

/// How many clubs a person leads at a station.
pub fn led_by(c: &mut Conn, station: StationId, person: PersonId) -> Result<usize, Fault> {
    let ids: Vec<ClubId> = on!(c, c => k::table
        .filter(k::station_id.eq(station).and(k::leader_id.eq(person)).and(k::closed_at.is_null()))
        .select(k::id)
        .load(c))?;
    Ok(ids.len())
}

/// The clubs that a person is asked to lead, anywhere: their own question.
pub fn of_heir(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, ClubId)>, Fault> {
    let asked = k::table.filter(k::heir_id.eq(person).and(k::closed_at.is_null()));
    Ok(on!(c, c => asked.select((k::station_id, k::id)).order((k::station_id, k::id)).load(c))?)
}

/// What it says of itself. [`Fault::AlreadyThere`] if another club here has the name.
pub fn set_text(
    c: &mut Conn,
    station: StationId,
    id: ClubId,
    (name, about, opens): (&str, &str, bool),
) -> Result<(), Fault> {
    on!(c, c => diesel::update(k::table.find((station, id)))
        .set((k::name.eq(name), k::about.eq(about), k::opens.eq(opens)))
        .execute(c))?;
    Ok(())
}

/// Who has been asked to lead it; `None` takes it back.
pub fn set_heir(c: &mut Conn, station: StationId, id: ClubId, heir: Option<PersonId>) -> Result<(), Fault> {
    on!(c, c => diesel::update(k::table.find((station, id))).set(k::heir_id.eq(heir)).execute(c))?;
    Ok(())
}

/// Who leads it from now on; nobody is asked any more.
pub fn set_leader(c: &mut Conn, station: StationId, id: ClubId, leader: PersonId) -> Result<(), Fault> {
    on!(c, c => diesel::update(k::table.find((station, id)))
        .set((k::leader_id.eq(Some(leader)), k::heir_id.eq(None::<PersonId>)))
        .execute(c))?;
    Ok(())
}

/// Whether the leader may be told that somebody asks on the day `on`: once.
pub fn tell_once_a_day(c: &mut Conn, station: StationId, id: ClubId, on: Date) -> Result<bool, Fault> {
    let untold = k::table
        .filter(k::station_id.eq(station).and(k::id.eq(id)))
        .filter(k::asked_told_on.is_null().or(k::asked_told_on.lt(On(on))));
    Ok(on!(c, c => diesel::update(untold).set(k::asked_told_on.eq(Some(On(on)))).execute(c))? == 1)
}

/// It is over, and nobody leads it.
pub fn close(c: &mut Conn, station: StationId, id: ClubId, reason: &str, now: Timestamp) -> Result<(), Fault> {
    let nobody = (k::leader_id.eq(None::<PersonId>), k::heir_id.eq(None::<PersonId>));
    on!(c, c => diesel::update(k::table.find((station, id)))
        .set((k::closed_at.eq(Some(Ts(now))), k::reason.eq(reason), nobody))
        .execute(c))?;
    Ok(())
}
