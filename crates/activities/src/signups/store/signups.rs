//! One row per signup.
use diesel::dsl::count_star;
use diesel::prelude::*;
use jiff::Timestamp;

use crate::OccurrenceId;
use crate::signups::SignupId;
use crate::signups::rules::{State, Waiter, Whom};
use crate::signups::schema::signups as u;
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::{Band, ChildId, PersonId};

/// A signup as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub id: SignupId,
    pub occurrence: OccurrenceId,
    /// The smaller, the earlier on the list.
    pub place: i32,
    /// Its number in the draw.
    pub entry: Option<i32>,
    pub seats: i16,
    /// Who holds it: the guardian, of a child.
    pub person: Option<PersonId>,
    pub child: Option<ChildId>,
    pub band: Option<Band>,
    /// That a clerk typed.
    pub name_sealed: Option<Vec<u8>>,
    pub state: State,
    /// A phone that is not proved yet.
    pub code: Option<Id>,
    pub lapses_at: Option<Timestamp>,
    /// The start that they know of.
    pub starts_at: Timestamp,
    pub reminded: bool,
    /// How many of them were there.
    pub came: i16,
    pub mood_said: bool,
    pub made_at: Timestamp,
}

impl Kept {
    pub fn whom(&self) -> Whom {
        self.band.map_or(Whom::Oneself, Whom::Child)
    }

    /// Whether it is for this child, for a child of whom only this age is known, or, with neither, for somebody grown up.
    pub fn is_for(&self, child: Option<ChildId>, band: Option<Band>) -> bool {
        self.child == child && (child.is_some() || self.band == band)
    }

    pub fn state_at(&self, now: Timestamp) -> State {
        self.state.at(now, self.lapses_at, self.starts_at)
    }

    /// Whether it waits for the code that went to a phone.
    pub fn awaits_code(&self, now: Timestamp) -> bool {
        self.code.is_some() && self.state_at(now).stands()
    }
}

pub(super) type Row = (
    (SignupId, OccurrenceId, i32, Option<i32>, i16),
    (Option<PersonId>, Option<ChildId>, Option<i16>, Option<Vec<u8>>),
    (i16, Option<Id>, Option<Ts>, Ts, bool),
    (i16, bool, Ts),
);

macro_rules! columns {
    () => {
        (
            (u::id, u::occurrence_id, u::place, u::entry, u::seats),
            (u::person_id, u::child_id, u::band, u::name_sealed),
            (u::state, u::code_id, u::lapses_at, u::starts_at, u::reminded),
            (u::came, u::mood_said, u::made_at),
        )
    };
}
pub(super) use columns;

pub(super) fn to_kept((what, who, how, after): Row) -> Result<Kept, Fault> {
    let (id, occurrence, place, entry, seats) = what;
    let (person, child, band, name_sealed) = who;
    let (state, code, lapses_at, starts_at, reminded) = how;
    let odd = || Fault::broken(format!("signup {id} has a row that makes no sense; run `yizhan check`"));
    Ok(Kept {
        id,
        occurrence,
        place,
        entry,
        seats,
        person,
        child,
        band: band.map(|n| Band::from_number(n).ok_or_else(odd)).transpose()?,
        name_sealed,
        state: State::of(state).ok_or_else(odd)?,
        code,
        lapses_at: lapses_at.map(|at| at.0),
        starts_at: starts_at.0,
        reminded,
        came: after.0,
        mood_said: after.1,
        made_at: after.2.0,
    })
}

pub fn insert(c: &mut Conn, station: StationId, new: &Kept) -> Result<(), Fault> {
    let row = (
        (u::station_id.eq(station), u::id.eq(new.id), u::occurrence_id.eq(new.occurrence)),
        (u::place.eq(new.place), u::entry.eq(new.entry), u::seats.eq(new.seats)),
        (u::person_id.eq(new.person), u::child_id.eq(new.child), u::band.eq(new.band.map(|b| b as i16))),
        (u::name_sealed.eq(&new.name_sealed), u::state.eq(new.state as i16), u::code_id.eq(new.code)),
        (u::lapses_at.eq(new.lapses_at.map(Ts)), u::starts_at.eq(Ts(new.starts_at)), u::reminded.eq(new.reminded)),
        (u::came.eq(new.came), u::mood_said.eq(new.mood_said), u::made_at.eq(Ts(new.made_at))),
    );
    on!(c, c => diesel::insert_into(u::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: SignupId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => u::table.find((station, id)).select(columns!()).first(c))?;
    to_kept(row)
}

/// All that were ever made for a time, by place.
pub fn of_occurrence(c: &mut Conn, station: StationId, id: OccurrenceId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => u::table
        .filter(u::station_id.eq(station).and(u::occurrence_id.eq(id)))
        .order(u::place)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

/// Those of a time that stand in its row and have lapsed.
pub fn lapsed(c: &mut Conn, station: StationId, id: OccurrenceId, now: Timestamp) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => u::table
        .filter(u::station_id.eq(station).and(u::occurrence_id.eq(id)))
        .filter(u::lapses_at.is_not_null().and(u::lapses_at.le(Ts(now))).and(u::state.lt(Lit::<4>)))
        .order(u::place)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

pub fn by_place(c: &mut Conn, station: StationId, id: OccurrenceId, place: i32) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => u::table
        .filter(u::station_id.eq(station).and(u::occurrence_id.eq(id)).and(u::place.eq(place)))
        .select(columns!())
        .first(c))?;
    to_kept(row)
}

/// Who waits and can be asked, by place.
pub fn line(c: &mut Conn, station: StationId, id: OccurrenceId) -> Result<Vec<Waiter>, Fault> {
    let rows: Vec<(i32, i16)> = on!(c, c => u::table
        .filter(u::station_id.eq(station).and(u::occurrence_id.eq(id)))
        .filter(u::state.eq(State::Waiting as i16).and(u::code_id.is_null()))
        .order(u::place)
        .select((u::place, u::seats))
        .load(c))?;
    Ok(rows.into_iter().map(|(place, seats)| Waiter { place, seats }).collect())
}

/// Who at a station is offered a place that is still kept, the most urgent first.
pub fn offered(c: &mut Conn, station: StationId, now: Timestamp) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => u::table
        .filter(u::lapses_at.is_not_null().and(u::lapses_at.gt(Ts(now))).and(u::state.eq(State::Offered as i16)))
        .filter(u::station_id.eq(station))
        .order((u::lapses_at, u::id))
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

/// How many wait before a place of the list.
pub fn ahead(c: &mut Conn, station: StationId, id: OccurrenceId, place: i32) -> Result<i64, Fault> {
    Ok(on!(c, c => u::table
        .filter(u::station_id.eq(station).and(u::occurrence_id.eq(id)))
        .filter(u::state.eq(State::Waiting as i16).and(u::place.lt(place)))
        .select(count_star())
        .first(c))?)
}

/// What stands for somebody, a child, or a child of this age: first what is proved, then by place.
pub fn standing(
    c: &mut Conn,
    station: StationId,
    id: OccurrenceId,
    (person, child, band): (PersonId, Option<ChildId>, Option<Band>),
) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => u::table
        .filter(u::station_id.eq(station).and(u::occurrence_id.eq(id)))
        .filter(u::state.lt(Lit::<4>).and(u::person_id.eq(person)))
        .select(columns!())
        .load(c))?;
    let mut all = rows.into_iter().map(to_kept).collect::<Result<Vec<Kept>, Fault>>()?;
    all.retain(|one| one.is_for(child, band));
    all.sort_by_key(|one| (one.code.is_some(), one.place));
    Ok(all)
}

/// What somebody has at all stations of times that begin after `since`, the next first.
pub fn theirs(c: &mut Conn, person: PersonId, since: Timestamp) -> Result<Vec<(StationId, Kept)>, Fault> {
    Ok(all_theirs(c, person)?.into_iter().filter(|(_, kept)| kept.starts_at > since).collect())
}

pub fn all_theirs(c: &mut Conn, person: PersonId) -> Result<Vec<(StationId, Kept)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => u::table
        .filter(u::person_id.eq(person))
        .order((u::starts_at, u::made_at))
        .select((u::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_kept(row)?))).collect()
}
