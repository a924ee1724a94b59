//! Notices as they stand.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::{hold, on};
use people::StaffId;

use crate::NoticeId;
use crate::rules::{Notice, Stands, Work};
use crate::schema::{notice_versions as v, notices as n};

type When = (Ts, Option<Ts>, Option<Ts>);
type Row = (NoticeId, i32, i16, i16, i32, Option<i32>, StaffId, StaffId, When);

macro_rules! columns {
    () => {
        (
            n::id,
            n::section,
            n::stands,
            n::work,
            n::version,
            n::shown,
            n::editor,
            n::writer,
            (n::made_at, n::published_at, n::changed_at),
        )
    };
}

fn to_notice(row: Row) -> Result<Notice, Fault> {
    let (id, section, stands, work, version, shown, editor, writer, (made, published, changed)) = row;
    let odd = || Fault::broken(format!("notice {id} stands as nothing does"));
    Ok(Notice {
        id,
        section,
        stands: Stands::of(stands).ok_or_else(odd)?,
        work: Work::of(work).ok_or_else(odd)?,
        version,
        shown,
        editor,
        writer,
        made_at: made.0,
        published_at: published.map(|at| at.0),
        changed_at: changed.map(|at| at.0),
    })
}

pub fn by_id(c: &mut Conn, station: StationId, id: NoticeId) -> Result<Notice, Fault> {
    to_notice(on!(c, c => n::table.find((station, id)).select(columns!()).first::<Row>(c))?)
}

/// The same, and nobody else changes it until the transaction ends.
pub fn held(c: &mut Conn, station: StationId, id: NoticeId) -> Result<Notice, Fault> {
    hold!(c, n::table.find((station, id)).select(n::id))?;
    by_id(c, station, id)
}

pub fn insert(c: &mut Conn, station: StationId, one: &Notice) -> Result<(), Fault> {
    let row = (
        (n::station_id.eq(station), n::id.eq(one.id), n::section.eq(one.section)),
        (n::stands.eq(one.stands as i16), n::work.eq(one.work as i16)),
        (n::version.eq(one.version), n::shown.eq(one.shown), n::editor.eq(one.editor), n::writer.eq(one.writer)),
        (n::made_at.eq(Ts(one.made_at)), n::published_at.eq(one.published_at.map(Ts))),
        n::changed_at.eq(one.changed_at.map(Ts)),
    );
    on!(c, c => diesel::insert_into(n::table).values(row).execute(c))?;
    Ok(())
}

pub fn set(c: &mut Conn, station: StationId, one: &Notice) -> Result<(), Fault> {
    let set = (
        (n::section.eq(one.section), n::stands.eq(one.stands as i16), n::work.eq(one.work as i16)),
        (n::version.eq(one.version), n::shown.eq(one.shown), n::writer.eq(one.writer)),
        (n::published_at.eq(one.published_at.map(Ts)), n::changed_at.eq(one.changed_at.map(Ts))),
    );
    on!(c, c => diesel::update(n::table.find((station, one.id))).set(set).execute(c))?;
    Ok(())
}

/// Up to `most` that everybody reads, the newest first, of one section or all, older than the instant and id `before`.
pub fn public(
    c: &mut Conn,
    station: StationId,
    section: Option<i32>,
    before: Option<(Timestamp, NoticeId)>,
    most: i64,
) -> Result<Vec<Notice>, Fault> {
    let rows: Vec<Row> = on!(c, c => {
        let mut all = n::table
            .filter(n::station_id.eq(station).and(n::stands.eq(Stands::Public as i16)))
            .into_boxed();
        if let Some(section) = section {
            all = all.filter(n::section.eq(section));
        }
        if let Some((at, id)) = before {
            let at = Some(Ts(at));
            all = all.filter(n::published_at.lt(at).or(n::published_at.eq(at).and(n::id.lt(id))));
        }
        all.order((n::published_at.desc(), n::id.desc())).limit(most).select(columns!()).load(c)
    })?;
    rows.into_iter().map(to_notice).collect()
}

/// Those of `ids` that everybody reads, in no order.
pub fn public_of(c: &mut Conn, station: StationId, ids: &[NoticeId]) -> Result<Vec<Notice>, Fault> {
    let mut all = vec![];
    // Engines bind only so many values at once.
    for some in ids.chunks(500) {
        let rows: Vec<Row> = on!(c, c => n::table
            .filter(n::station_id.eq(station).and(n::stands.eq(Stands::Public as i16)).and(n::id.eq_any(some)))
            .select(columns!())
            .load(c))?;
        all.extend(rows.into_iter().map(to_notice).collect::<Result<Vec<_>, _>>()?);
    }
    Ok(all)
}

/// Up to `most` whose last version is not what everybody reads, what was asked for first, then the newest.
pub fn in_work(c: &mut Conn, station: StationId, most: i64) -> Result<Vec<Notice>, Fault> {
    let rows: Vec<Row> = on!(c, c => n::table
        .filter(n::station_id.eq(station).and(n::work.ne(Work::None as i16)))
        .order((n::work.desc(), n::made_at.desc(), n::id.desc()))
        .limit(most)
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(to_notice).collect()
}

/// When what everybody reads changed last, of all or of a section: also by what was corrected out of it.
pub fn changed_at(c: &mut Conn, station: StationId, section: Option<i32>) -> Result<Option<Timestamp>, Fault> {
    let last: Option<Option<Ts>> = on!(c, c => {
        let mut all = n::table.filter(n::station_id.eq(station).and(n::changed_at.is_not_null())).into_boxed();
        if let Some(section) = section {
            let shown = v::station_id.eq(station).and(v::section.eq(section)).and(v::shown_at.is_not_null());
            all = all.filter(n::id.eq_any(v::table.filter(shown).select(v::notice_id)));
        }
        all.order(n::changed_at.desc()).select(n::changed_at).first(c).optional()
    })?;
    Ok(last.flatten().map(|at| at.0))
}

/// Every notice of every station that everybody reads, for checks.
pub fn all_public(c: &mut Conn) -> Result<Vec<(StationId, Notice)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => n::table
        .filter(n::stands.eq(Stands::Public as i16))
        .order((n::station_id, n::id))
        .select((n::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_notice(row)?))).collect()
}
