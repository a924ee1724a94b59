//! Loans: a row for each copy that somebody has.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold, on};
use people::PersonId;

use crate::schema::loans as l;
use crate::{CopyId, LoanId, TitleId};

/// What whoever has it was told. The number stands in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Told {
    Nothing = 0,
    DueSoon = 1,
    Overdue = 2,
    /// No message reaches them: a clerk has to tell them that it is overdue.
    ToTell = 3,
}

impl Told {
    fn of(number: i16) -> Option<Told> {
        [Told::Nothing, Told::DueSoon, Told::Overdue, Told::ToTell].into_iter().find(|told| *told as i16 == number)
    }
}

/// A loan as its row says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub station: StationId,
    pub id: LoanId,
    pub copy: CopyId,
    pub title: TitleId,
    /// Nobody: whoever has it asked to be forgotten.
    pub person: Option<PersonId>,
    pub lent_at: Timestamp,
    pub lent_on: Date,
    pub due_on: Date,
    pub renewals: i16,
    pub told: Told,
}

type Row = (StationId, LoanId, CopyId, TitleId, Option<PersonId>, (Ts, On, On), (i16, i16));

macro_rules! columns {
    () => {
        (
            l::station_id,
            l::id,
            l::copy_id,
            l::title_id,
            l::person_id,
            (l::lent_at, l::lent_on, l::due_on),
            (l::renewals, l::told),
        )
    };
}

fn to_kept(
    (station, id, copy, title, person, (lent_at, lent_on, due_on), (renewals, told)): Row,
) -> Result<Kept, Fault> {
    let told =
        Told::of(told).ok_or_else(|| Fault::broken(format!("loan {id} was told something that there is not")))?;
    let (lent_at, lent_on, due_on) = (lent_at.0, lent_on.0, due_on.0);
    Ok(Kept { station, id, copy, title, person, lent_at, lent_on, due_on, renewals, told })
}

fn all(rows: Vec<Row>) -> Result<Vec<Kept>, Fault> {
    rows.into_iter().map(to_kept).collect()
}

pub fn insert(c: &mut Conn, new: &Kept) -> Result<(), Fault> {
    let row = (
        (l::station_id.eq(new.station), l::copy_id.eq(new.copy), l::id.eq(new.id), l::title_id.eq(new.title)),
        (l::person_id.eq(new.person), l::lent_at.eq(Ts(new.lent_at)), l::lent_on.eq(On(new.lent_on))),
        (l::due_on.eq(On(new.due_on)), l::renewals.eq(new.renewals), l::told.eq(new.told as i16)),
    );
    on!(c, c => diesel::insert_into(l::table).values(row).execute(c))?;
    Ok(())
}

/// Who has a copy.
pub fn of_copy(c: &mut Conn, station: StationId, copy: CopyId) -> Result<Option<Kept>, Fault> {
    let row: Option<Row> = on!(c, c => l::table.find((station, copy)).select(columns!()).first(c).optional())?;
    row.map(to_kept).transpose()
}

/// The same for several at once.
pub fn of_copies(c: &mut Conn, station: StationId, copies: &[CopyId]) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => l::table
        .filter(l::station_id.eq(station).and(l::copy_id.eq_any(copies)))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// The copies of a station that somebody has.
pub fn copies(c: &mut Conn, station: StationId) -> Result<Vec<CopyId>, Fault> {
    Ok(on!(c, c => l::table.filter(l::station_id.eq(station)).select(l::copy_id).load(c))?)
}

pub fn by_id(c: &mut Conn, station: StationId, id: LoanId) -> Result<Kept, Fault> {
    let row: Row = on!(c, c => l::table
        .filter(l::station_id.eq(station).and(l::id.eq(id)))
        .select(columns!())
        .first(c))?;
    to_kept(row)
}

/// One of them, and nobody else changes it until the transaction ends.
pub fn held(c: &mut Conn, station: StationId, id: LoanId) -> Result<Kept, Fault> {
    hold!(c, l::table.filter(l::station_id.eq(station).and(l::id.eq(id))).select(l::id))?;
    by_id(c, station, id)
}

/// What somebody has, at one station or everywhere, what is due first before.
pub fn of_person(c: &mut Conn, station: Option<StationId>, person: PersonId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => {
        let mut theirs = l::table.filter(l::person_id.eq(person)).into_boxed();
        if let Some(station) = station {
            theirs = theirs.filter(l::station_id.eq(station));
        }
        theirs.order((l::due_on, l::station_id, l::copy_id)).select(columns!()).load(c)
    })?;
    all(rows)
}

/// What was due before a day, the oldest first.
pub fn due_before(c: &mut Conn, station: StationId, day: Date, most: i64) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => l::table
        .filter(l::station_id.eq(station).and(l::due_on.lt(On(day))))
        .order((l::due_on, l::copy_id))
        .limit(most)
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// Of a station, whom a clerk has to tell.
pub fn to_tell(c: &mut Conn, station: StationId) -> Result<Vec<Kept>, Fault> {
    let rows: Vec<Row> = on!(c, c => l::table
        .filter(l::told.eq(Told::ToTell as i16).and(l::station_id.eq(station)))
        .order((l::due_on, l::copy_id))
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// Those anywhere that are due on a day at the latest and of which less than `told` was told, after a key.
pub fn untold(
    c: &mut Conn,
    (told, day): (Told, Date),
    (station, copy): (StationId, CopyId),
    most: i64,
) -> Result<Vec<Kept>, Fault> {
    let after = l::station_id.gt(station).or(l::station_id.eq(station).and(l::copy_id.gt(copy)));
    let rows: Vec<Row> = on!(c, c => l::table
        .filter(l::told.lt(told as i16).and(l::due_on.le(On(day))))
        .filter(after)
        .order((l::station_id, l::copy_id))
        .limit(most)
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// Of a title, whether somebody has a copy of it.
pub fn has_title(c: &mut Conn, station: StationId, title: TitleId, person: PersonId) -> Result<bool, Fault> {
    let theirs = l::person_id.eq(person).and(l::station_id.eq(station)).and(l::title_id.eq(title));
    Ok(on!(c, c => l::table.filter(theirs).count().get_result::<i64>(c))? > 0)
}

/// Writes what may change.
pub fn set(c: &mut Conn, kept: &Kept) -> Result<(), Fault> {
    let to = (
        l::person_id.eq(kept.person),
        l::due_on.eq(On(kept.due_on)),
        l::renewals.eq(kept.renewals),
        l::told.eq(kept.told as i16),
    );
    on!(c, c => diesel::update(l::table.find((kept.station, kept.copy))).set(to).execute(c))?;
    Ok(())
}

/// It came back: with the row goes who had it.
pub fn remove(c: &mut Conn, station: StationId, copy: CopyId) -> Result<(), Fault> {
    on!(c, c => diesel::delete(l::table.find((station, copy))).execute(c))?;
    Ok(())
}

/// What somebody has is out; nothing says any more with whom.
pub fn forget_person(c: &mut Conn, person: PersonId) -> Result<(), Fault> {
    let nobody = None::<PersonId>;
    on!(c, c => diesel::update(l::table.filter(l::person_id.eq(person))).set(l::person_id.eq(nobody)).execute(c))?;
    Ok(())
}
