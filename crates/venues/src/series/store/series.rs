//! One row per series.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::SeriesId;
use crate::rules::{OfferingId, Source, VenueId};
use crate::series::rules::Terms;
use crate::series::schema::series as s;
use kernel::db::Conn;
use kernel::db::types::{Id, On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::PersonId;

/// Who holds a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    Person(PersonId),
    /// A name that a clerk typed, sealed, and whose phone it is if one was given.
    Named {
        person: Option<PersonId>,
        guest_sealed: Vec<u8>,
    },
    /// An office that shares the station, by its number.
    Owner(i32),
    Club(Id),
}

impl Holder {
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Holder::Person(id) => Some(*id),
            Holder::Named { person, .. } => *person,
            Holder::Owner(_) | Holder::Club(_) => None,
        }
    }

    /// What its reservations keep of the name.
    pub fn guest_sealed(&self) -> Option<&[u8]> {
        match self {
            Holder::Named { guest_sealed, .. } => Some(guest_sealed),
            _ => None,
        }
    }
}

/// A series as its row says.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    pub id: SeriesId,
    pub offering: OfferingId,
    pub venue: VenueId,
    pub holder: Holder,
    /// What it is for; may be empty.
    pub title: String,
    pub terms: Terms,
    pub self_made: bool,
    pub source: Source,
    pub split_from: Option<SeriesId>,
    /// Up to here every date has its outcome.
    pub known_until: Option<Date>,
    /// When the program looks at it again; `None` = its last date has its outcome.
    pub look_at: Option<Timestamp>,
    pub made_at: Timestamp,
    pub changed_at: Timestamp,
    pub ended_at: Option<Timestamp>,
}

type Row = (
    (SeriesId, i32, i32, Option<PersonId>, Option<Vec<u8>>, Option<i32>, Option<Id>, String),
    (String, On, Option<On>, i32, i32, i32, bool),
    (bool, i16, Option<SeriesId>, Option<On>, Option<Ts>, Ts, Ts, Option<Ts>),
);

macro_rules! columns {
    () => {
        (
            (s::id, s::offering_id, s::venue_id, s::person_id, s::guest_sealed, s::owner_id, s::club_id, s::title),
            (s::rule, s::starts_on, s::ends_on, s::at_minute, s::minutes, s::group_size, s::skips_holidays),
            (
                s::self_made,
                s::source,
                s::split_from,
                s::known_until,
                s::look_at,
                s::made_at,
                s::changed_at,
                s::ended_at,
            ),
        )
    };
}

fn to_series((what, when, how): Row) -> Result<Series, Fault> {
    let (id, offering, venue, person, guest, owner, club, title) = what;
    let (rule, starts_on, ends_on, at_minute, minutes, group, skips_holidays) = when;
    let (self_made, source, split_from, known_until, look_at, made_at, changed_at, ended_at) = how;
    let odd = || Fault::broken(format!("series {id} has a row that makes no sense; run `yizhan check`"));
    let holder = match (person, guest, owner, club) {
        (None, None, Some(owner), None) => Holder::Owner(owner),
        (None, None, None, Some(club)) => Holder::Club(club),
        (person, Some(guest_sealed), None, None) => Holder::Named { person, guest_sealed },
        (Some(person), None, None, None) => Holder::Person(person),
        _ => return Err(odd()),
    };
    let terms = Terms {
        rule: rule.parse().map_err(|_| odd())?,
        starts_on: starts_on.0,
        ends_on: ends_on.map(|d| d.0),
        at_minute,
        minutes,
        group,
        skips_holidays,
    };
    let source = Source::from_column(source).ok_or_else(odd)?;
    let at = |t: Option<Ts>| t.map(|t| t.0);
    Ok(Series {
        id,
        offering,
        venue,
        holder,
        title,
        terms,
        self_made,
        source,
        split_from,
        known_until: known_until.map(|d| d.0),
        look_at: at(look_at),
        made_at: made_at.0,
        changed_at: changed_at.0,
        ended_at: at(ended_at),
    })
}

fn all(rows: Vec<Row>) -> Result<Vec<Series>, Fault> {
    rows.into_iter().map(to_series).collect()
}

pub fn insert(c: &mut Conn, station: StationId, new: &Series) -> Result<(), Fault> {
    let (owner, club) = match &new.holder {
        Holder::Owner(id) => (Some(*id), None),
        Holder::Club(id) => (None, Some(*id)),
        _ => (None, None),
    };
    let t = &new.terms;
    let row = (
        (s::station_id.eq(station), s::id.eq(new.id), s::offering_id.eq(new.offering), s::venue_id.eq(new.venue)),
        (s::person_id.eq(new.holder.person()), s::guest_sealed.eq(new.holder.guest_sealed())),
        (s::owner_id.eq(owner), s::club_id.eq(club), s::title.eq(&new.title), s::rule.eq(t.rule.to_string())),
        (s::starts_on.eq(On(t.starts_on)), s::ends_on.eq(t.ends_on.map(On)), s::at_minute.eq(t.at_minute)),
        (s::minutes.eq(t.minutes), s::group_size.eq(t.group), s::skips_holidays.eq(t.skips_holidays)),
        (s::self_made.eq(new.self_made), s::source.eq(new.source as i16), s::split_from.eq(new.split_from)),
        (s::known_until.eq(new.known_until.map(On)), s::look_at.eq(new.look_at.map(Ts))),
        (s::made_at.eq(Ts(new.made_at)), s::changed_at.eq(Ts(new.changed_at)), s::ended_at.eq(new.ended_at.map(Ts))),
    );
    on!(c, c => diesel::insert_into(s::table).values(row).execute(c))?;
    Ok(())
}

pub fn by_id(c: &mut Conn, station: StationId, id: SeriesId) -> Result<Series, Fault> {
    let row: Row = on!(c, c => s::table.find((station, id)).select(columns!()).first(c))?;
    to_series(row)
}

/// Every date up to `known_until` has its outcome; there is something to do again at `look_at`.
pub fn set_looked(
    c: &mut Conn,
    station: StationId,
    id: SeriesId,
    known_until: Option<Date>,
    look_at: Option<Timestamp>,
) -> Result<(), Fault> {
    on!(c, c => diesel::update(s::table.find((station, id)))
        .set((s::known_until.eq(known_until.map(On)), s::look_at.eq(look_at.map(Ts))))
        .execute(c))?;
    Ok(())
}

/// Nothing of it happens after the day `ends_on`.
pub fn set_end(c: &mut Conn, station: StationId, id: SeriesId, ends_on: Date, now: Timestamp) -> Result<(), Fault> {
    on!(c, c => diesel::update(s::table.find((station, id)))
        .set((
            (s::ends_on.eq(Some(On(ends_on))), s::ended_at.eq(Some(Ts(now)))),
            (s::changed_at.eq(Ts(now)), s::look_at.eq(None::<Ts>)),
        ))
        .execute(c))?;
    Ok(())
}

/// Gives a series that has no date yet other terms and another title.
pub fn set_terms(
    c: &mut Conn,
    station: StationId,
    id: SeriesId,
    (t, title): (&Terms, &str),
    now: Timestamp,
) -> Result<(), Fault> {
    on!(c, c => diesel::update(s::table.find((station, id)))
        .set((
            (s::rule.eq(t.rule.to_string()), s::starts_on.eq(On(t.starts_on)), s::ends_on.eq(t.ends_on.map(On))),
            (s::at_minute.eq(t.at_minute), s::minutes.eq(t.minutes), s::group_size.eq(t.group)),
            (s::skips_holidays.eq(t.skips_holidays), s::title.eq(title), s::changed_at.eq(Ts(now))),
            s::known_until.eq(None::<On>),
        ))
        .execute(c))?;
    Ok(())
}

/// What a person holds here, the newest first.
pub fn of_person(c: &mut Conn, station: StationId, person: PersonId) -> Result<Vec<Series>, Fault> {
    let rows: Vec<Row> = on!(c, c => s::table
        .filter(s::station_id.eq(station).and(s::person_id.eq(person)))
        .order(s::id.desc())
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// What a club holds, the newest first.
pub fn of_club(c: &mut Conn, station: StationId, club: Id) -> Result<Vec<Series>, Fault> {
    let rows: Vec<Row> = on!(c, c => s::table
        .filter(s::station_id.eq(station).and(s::club_id.eq(club)))
        .order(s::id.desc())
        .select(columns!())
        .load(c))?;
    all(rows)
}

/// The series of a club are called as it is.
pub fn rename_of_club(c: &mut Conn, station: StationId, club: Id, title: &str) -> Result<(), Fault> {
    let theirs = s::table.filter(s::station_id.eq(station).and(s::club_id.eq(club)));
    on!(c, c => diesel::update(theirs).set(s::title.eq(title)).execute(c))?;
    Ok(())
}

/// The series of a station that may still have dates on `today` or later, by venue.
pub fn running(c: &mut Conn, station: StationId, today: Date) -> Result<Vec<Series>, Fault> {
    let rows: Vec<Row> = on!(c, c => s::table
        .filter(s::station_id.eq(station))
        .filter(s::ends_on.is_null().or(s::ends_on.ge(On(today))))
        .order((s::venue_id, s::id))
        .select(columns!())
        .load(c))?;
    Ok(all(rows)?.into_iter().filter(|x| !x.terms.is_over(today)).collect())
}

/// Up to `most` series of any station that the program has to look at again.
pub fn due(c: &mut Conn, now: Timestamp, most: i64) -> Result<Vec<(StationId, VenueId, SeriesId)>, Fault> {
    Ok(on!(c, c => s::table
        .filter(s::look_at.is_not_null().and(s::look_at.le(Ts(now))))
        .limit(most)
        .select((s::station_id, s::venue_id, s::id))
        .load(c))?)
}
