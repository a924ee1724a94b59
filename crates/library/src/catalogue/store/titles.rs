//! Titles.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::{On, StationId};
use kernel::fault::Fault;
use kernel::{hold, on};

use crate::TitleId;
use crate::catalogue::rules::Only;
use crate::rules::{Kind, Title};
use crate::schema::titles as t;

/// Engines bind only so many values in one statement.
const AT_ONCE: usize = 60;
const IDS_AT_ONCE: usize = 500;

type Texts = (String, String, String, String, String, String);
type Row = (TitleId, Option<String>, Texts, Option<i16>, i16, bool, On);

macro_rules! columns {
    () => {
        (
            t::id,
            t::isbn,
            (t::title, t::subtitle, t::authors, t::publisher, t::class, t::note),
            t::year,
            t::kind,
            t::for_children,
            t::added_on,
        )
    };
}

fn to_title((id, isbn, texts, year, kind, for_children, added): Row) -> Result<Title, Fault> {
    let (title, subtitle, authors, publisher, class, note) = texts;
    let kind = Kind::of(kind).ok_or_else(|| Fault::broken(format!("title {id} is of no kind")))?;
    let added_on = added.0;
    Ok(Title { id, isbn, title, subtitle, authors, publisher, year, class, kind, for_children, note, added_on })
}

fn all_of(rows: Vec<Row>) -> Result<Vec<Title>, Fault> {
    rows.into_iter().map(to_title).collect()
}

pub fn by_id(c: &mut Conn, station: StationId, id: TitleId) -> Result<Title, Fault> {
    to_title(on!(c, c => t::table.find((station, id)).select(columns!()).first::<Row>(c))?)
}

/// The same, and nobody else changes it until the transaction ends.
pub fn held(c: &mut Conn, station: StationId, id: TitleId) -> Result<Title, Fault> {
    hold!(c, t::table.find((station, id)).select(t::id))?;
    by_id(c, station, id)
}

/// Those of `ids` that there are, in no order.
pub fn these(c: &mut Conn, station: StationId, ids: &[TitleId]) -> Result<Vec<Title>, Fault> {
    let mut all = vec![];
    for some in ids.chunks(IDS_AT_ONCE) {
        let rows: Vec<Row> = on!(c, c => t::table
            .filter(t::station_id.eq(station).and(t::id.eq_any(some)))
            .select(columns!())
            .load(c))?;
        all.extend(all_of(rows)?);
    }
    Ok(all)
}

pub fn by_isbn(c: &mut Conn, station: StationId, isbn: &str) -> Result<Option<Title>, Fault> {
    let row: Option<Row> = on!(c, c => t::table
        .filter(t::station_id.eq(station).and(t::isbn.eq(isbn)))
        .select(columns!())
        .first(c)
        .optional())?;
    row.map(to_title).transpose()
}

/// All titles with one of these numbers.
pub fn by_isbns(c: &mut Conn, station: StationId, isbns: &[String]) -> Result<Vec<Title>, Fault> {
    let mut all = vec![];
    for some in isbns.chunks(IDS_AT_ONCE) {
        let rows: Vec<Row> = on!(c, c => t::table
            .filter(t::station_id.eq(station).and(t::isbn.eq_any(some)))
            .select(columns!())
            .load(c))?;
        all.extend(all_of(rows)?);
    }
    Ok(all)
}

/// All titles without a number that are called one of `names`.
pub fn unnumbered(c: &mut Conn, station: StationId, names: &[String]) -> Result<Vec<Title>, Fault> {
    let mut all = vec![];
    for some in names.chunks(IDS_AT_ONCE) {
        let rows: Vec<Row> = on!(c, c => t::table
            .filter(t::station_id.eq(station).and(t::isbn.is_null()).and(t::title.eq_any(some)))
            .order(t::id)
            .select(columns!())
            .load(c))?;
        all.extend(all_of(rows)?);
    }
    Ok(all)
}

/// Up to `most`, the newest first, older than the title `before`, among those that are wanted as far as a title says so itself.
pub fn newest(
    c: &mut Conn,
    station: StationId,
    before: Option<TitleId>,
    only: Only,
    most: i64,
) -> Result<Vec<Title>, Fault> {
    let rows: Vec<Row> = on!(c, c => {
        let mut all = t::table.filter(t::station_id.eq(station)).into_boxed();
        if let Some(before) = before {
            all = all.filter(t::id.lt(before));
        }
        if let Some(kind) = only.kind {
            all = all.filter(t::kind.eq(kind as i16));
        }
        if only.children {
            all = all.filter(t::for_children.eq(true));
        }
        all.order(t::id.desc()).limit(most).select(columns!()).load(c)
    })?;
    all_of(rows)
}

pub fn insert(c: &mut Conn, station: StationId, all: &[Title]) -> Result<(), Fault> {
    let row = |one: &Title| {
        (
            (t::station_id.eq(station), t::id.eq(one.id), t::isbn.eq(one.isbn.clone())),
            (t::title.eq(one.title.clone()), t::subtitle.eq(one.subtitle.clone())),
            (t::authors.eq(one.authors.clone()), t::publisher.eq(one.publisher.clone()), t::year.eq(one.year)),
            (t::class.eq(one.class.clone()), t::kind.eq(one.kind as i16), t::for_children.eq(one.for_children)),
            (t::note.eq(one.note.clone()), t::added_on.eq(On(one.added_on))),
        )
    };
    for some in all.chunks(AT_ONCE) {
        let rows: Vec<_> = some.iter().map(row).collect();
        on!(c, c => diesel::insert_into(t::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// Writes all but the id and the day anew.
pub fn set(c: &mut Conn, station: StationId, one: &Title) -> Result<(), Fault> {
    let set = (
        (t::isbn.eq(&one.isbn), t::title.eq(&one.title), t::subtitle.eq(&one.subtitle), t::authors.eq(&one.authors)),
        (t::publisher.eq(&one.publisher), t::year.eq(one.year), t::class.eq(&one.class)),
        (t::kind.eq(one.kind as i16), t::for_children.eq(one.for_children), t::note.eq(&one.note)),
    );
    let n = on!(c, c => diesel::update(t::table.find((station, one.id))).set(set).execute(c))?;
    if n == 1 { Ok(()) } else { Err(Fault::NotFound) }
}

/// Up to `most` titles of every station after the key `after`, for checks.
pub fn every(c: &mut Conn, after: Option<(StationId, TitleId)>, most: i64) -> Result<Vec<(StationId, Title)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => {
        let mut all = t::table.into_boxed();
        if let Some((station, id)) = after {
            all = all.filter(t::station_id.gt(station).or(t::station_id.eq(station).and(t::id.gt(id))));
        }
        all.order((t::station_id, t::id)).limit(most).select((t::station_id, columns!())).load(c)
    })?;
    rows.into_iter().map(|(station, row)| Ok((station, to_title(row)?))).collect()
}
