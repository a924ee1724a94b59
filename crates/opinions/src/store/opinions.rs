//! Opinions themselves.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold, on};
use people::StaffId;

use crate::rules::{Satisfied, Source, State};
use crate::schema::opinions as o;
use crate::{CategoryId, OpinionId};

/// An opinion as its row says.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub id: OpinionId,
    pub year: i16,
    pub number: i32,
    pub state: State,
    pub source: Source,
    pub partner: Option<String>,
    pub category: Option<CategoryId>,
    pub received_at: Timestamp,
    pub received_on: Date,
    pub text_sealed: Option<Vec<u8>>,
    pub place_sealed: Option<Vec<u8>>,
    pub point_sealed: Option<Vec<u8>>,
    pub may_publish: bool,
    pub has_contact: bool,
    pub assigned_to: Option<StaffId>,
    pub question_open: bool,
    pub reopened: bool,
    pub reached: bool,
    pub answered_on: Option<Date>,
    pub satisfied: Option<Satisfied>,
    pub merged_into: Option<OpinionId>,
    pub ended_at: Option<Timestamp>,
}

type Came = (OpinionId, i16, i32, i16, i16, Option<String>, Option<CategoryId>, Ts, On);
type Said = (Option<Vec<u8>>, Option<Vec<u8>>, Option<Vec<u8>>, bool, bool);
type Went = (Option<StaffId>, bool, bool, bool, Option<On>, Option<i16>, Option<OpinionId>, Option<Ts>);
type Row = (Came, Said, Went);

macro_rules! columns {
    () => {
        (
            (
                o::id,
                o::year,
                o::number,
                o::state,
                o::source,
                o::partner,
                o::category_id,
                o::received_at,
                o::received_on,
            ),
            (o::text_sealed, o::place_sealed, o::point_sealed, o::may_publish, o::has_contact),
            (
                o::assigned_to,
                o::question_open,
                o::reopened,
                o::reached,
                o::answered_on,
                o::satisfied,
                o::merged_into,
                o::ended_at,
            ),
        )
    };
}

fn to_kept((came, said, went): Row) -> Result<Kept, Fault> {
    let (id, year, number, state, source, partner, category, received_at, received_on) = came;
    let (text_sealed, place_sealed, point_sealed, may_publish, has_contact) = said;
    let (assigned_to, question_open, reopened, reached, answered_on, satisfied, merged_into, ended_at) = went;
    let odd = |what: &str| Fault::broken(format!("the opinion {year}-{number} has a {what} that there is not"));
    Ok(Kept {
        id,
        year,
        number,
        state: State::of(state).ok_or_else(|| odd("state"))?,
        source: Source::of(source).ok_or_else(|| odd("source"))?,
        partner,
        category,
        received_at: received_at.0,
        received_on: received_on.0,
        text_sealed,
        place_sealed,
        point_sealed,
        may_publish,
        has_contact,
        assigned_to,
        question_open,
        reopened,
        reached,
        answered_on: answered_on.map(|on| on.0),
        satisfied: satisfied.map(|n| Satisfied::of(n).ok_or_else(|| odd("satisfaction"))).transpose()?,
        merged_into,
        ended_at: ended_at.map(|at| at.0),
    })
}

pub fn insert(c: &mut Conn, station: StationId, new: &Kept, (lookup, hash): (&[u8], &str)) -> Result<(), Fault> {
    let row = (
        (o::station_id.eq(station), o::id.eq(new.id), o::year.eq(new.year), o::number.eq(new.number)),
        (o::state.eq(new.state as i16), o::source.eq(new.source as i16), o::partner.eq(&new.partner)),
        (
            o::category_id.eq(new.category),
            o::received_at.eq(Ts(new.received_at)),
            o::received_on.eq(On(new.received_on)),
        ),
        (
            o::text_sealed.eq(&new.text_sealed),
            o::place_sealed.eq(&new.place_sealed),
            o::point_sealed.eq(&new.point_sealed),
        ),
        (o::receipt_lookup.eq(lookup), o::receipt_hash.eq(hash)),
        (o::may_publish.eq(new.may_publish), o::has_contact.eq(new.has_contact)),
        (o::question_open.eq(false), o::reopened.eq(false), o::reached.eq(false), o::counted.eq(true)),
    );
    on!(c, c => diesel::insert_into(o::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: OpinionId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => o::table.find((station, id)).select(columns!()).first(c))?;
    to_kept(row)
}

/// The same, and nobody else changes it until the transaction ends.
pub fn hold(c: &mut Conn, station: StationId, id: OpinionId) -> Result<Kept, Fault> {
    hold!(c, o::table.find((station, id)).select(o::id))?;
    by_id(c, station, id)
}

/// Whose receipt has that lookup, and the hash of its digits.
pub fn by_receipt(c: &mut Conn, station: StationId, lookup: &[u8]) -> Result<Option<(OpinionId, String)>, Fault> {
    Ok(on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::receipt_lookup.eq(lookup)))
        .select((o::id, o::receipt_hash))
        .first(c)
        .optional())?)
}

pub fn number_taken(c: &mut Conn, station: StationId, (year, number): (i16, i32)) -> Result<bool, Fault> {
    let same = o::table.filter(o::station_id.eq(station).and(o::year.eq(year)).and(o::number.eq(number)));
    Ok(on!(c, c => same.count().get_result::<i64>(c))? > 0)
}

/// How many numbers of a year are given away.
pub fn numbers_given(c: &mut Conn, station: StationId, year: i16) -> Result<i64, Fault> {
    Ok(on!(c, c => o::table.filter(o::station_id.eq(station).and(o::year.eq(year))).count().get_result(c))?)
}

/// Those of a station that came between two days and are in the figures, also what was taken back.
pub fn in_figures(c: &mut Conn, station: StationId, (since, until): (Date, Date)) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::received_on.ge(On(since))).and(o::received_on.le(On(until))))
        .filter(o::counted.eq(true))
        .order((o::received_at, o::id))
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

/// Which opinions of a station.
#[derive(Debug, Clone, Default)]
pub struct Which {
    pub state: Option<State>,
    pub category: Option<CategoryId>,
    pub assigned_to: Option<StaffId>,
    /// Only what has not ended, and these beside it.
    pub running: Option<Vec<OpinionId>>,
}

/// Those of a station of which something is left, in the order in which they came.
pub fn some(c: &mut Conn, station: StationId, which: &Which) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => {
        let left = o::station_id.eq(station).and(o::state.ne(State::Withdrawn as i16));
        let mut query = o::table.filter(left).into_boxed();
        if let Some(state) = which.state {
            query = query.filter(o::state.eq(state as i16));
        }
        if let Some(category) = which.category {
            query = query.filter(o::category_id.eq(category));
        }
        if let Some(staff) = which.assigned_to {
            query = query.filter(o::assigned_to.eq(staff));
        }
        if let Some(also) = &which.running {
            query = query.filter(o::ended_at.is_null().or(o::id.eq_any(also.clone())));
        }
        query.order((o::received_at, o::id)).select(columns!()).load(c)
    })?;
    rows.into_iter().map(to_kept).collect()
}

/// Those that were merged into one.
pub fn merged_into(c: &mut Conn, station: StationId, id: OpinionId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::merged_into.eq(id)))
        .order(o::id)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_kept).collect()
}

/// Writes what may change.
pub fn set(c: &mut Conn, station: StationId, kept: &Kept) -> Result<(), Fault> {
    let to = (
        (o::state.eq(kept.state as i16), o::category_id.eq(kept.category), o::may_publish.eq(kept.may_publish)),
        (o::has_contact.eq(kept.has_contact), o::assigned_to.eq(kept.assigned_to)),
        (o::question_open.eq(kept.question_open), o::reopened.eq(kept.reopened), o::reached.eq(kept.reached)),
        (o::answered_on.eq(kept.answered_on.map(On)), o::satisfied.eq(kept.satisfied.map(|s| s as i16))),
        (o::merged_into.eq(kept.merged_into), o::ended_at.eq(kept.ended_at.map(Ts))),
    );
    on!(c, c => diesel::update(o::table.find((station, kept.id))).set(to).execute(c))?;
    Ok(())
}

/// Whether one is in the figures.
pub fn is_counted(c: &mut Conn, station: StationId, id: OpinionId) -> Result<bool, Fault> {
    Ok(on!(c, c => o::table.find((station, id)).select(o::counted).first(c))?)
}

/// Leaves nothing but the number, the month and the category, and whether it is in the figures.
pub fn withdraw(
    c: &mut Conn,
    station: StationId,
    kept: &Kept,
    (month, first, counted): (Date, Timestamp, bool),
) -> Result<(), Fault> {
    let nothing = None::<Vec<u8>>;
    let to = (
        (o::state.eq(State::Withdrawn as i16), o::received_at.eq(Ts(first)), o::received_on.eq(On(month))),
        (o::text_sealed.eq(&nothing), o::place_sealed.eq(&nothing), o::point_sealed.eq(&nothing)),
        (o::may_publish.eq(false), o::has_contact.eq(false), o::assigned_to.eq(None::<StaffId>)),
        (o::question_open.eq(false), o::reopened.eq(false), o::reached.eq(false), o::partner.eq(None::<String>)),
        (o::answered_on.eq(None::<On>), o::satisfied.eq(None::<i16>), o::merged_into.eq(None::<OpinionId>)),
        (o::ended_at.eq(kept.ended_at.map(Ts)), o::counted.eq(counted)),
    );
    on!(c, c => diesel::update(o::table.find((station, kept.id))).set(to).execute(c))?;
    Ok(())
}

pub fn remove(c: &mut Conn, station: StationId, id: OpinionId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(o::table.find((station, id))).execute(c))?;
    Ok(())
}
