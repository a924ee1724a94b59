//! Versions, and which photos they show.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

use crate::rules::{Draft, Shot, Version};
use crate::schema::{notice_version_photos as p, notice_versions as v};
use crate::{NoticeId, PhotoId};

type Words = (i32, String, String, String, String, String);
type Row = (NoticeId, i32, Words, String, StaffId, Ts, Option<Ts>, Option<StaffId>, bool);

macro_rules! columns {
    () => {
        (
            v::notice_id,
            v::nr,
            (v::section, v::title, v::body, v::title_en, v::body_en, v::source),
            v::what,
            v::made_by,
            v::made_at,
            v::shown_at,
            v::shown_by,
            v::alone,
        )
    };
}

fn to_version((_, nr, words, what, by, at, shown_at, shown_by, alone): Row, shots: Vec<Shot>) -> Version {
    let (section, title, body, title_en, body_en, source) = words;
    let draft = Draft { section, title, body, title_en, body_en, source };
    Version { nr, draft, what, shots, by, at: at.0, shown_at: shown_at.map(|at| at.0), shown_by, alone }
}

pub fn insert(c: &mut Conn, station: StationId, id: NoticeId, one: &Version) -> Result<(), Fault> {
    let d = &one.draft;
    let row = (
        (v::station_id.eq(station), v::notice_id.eq(id), v::nr.eq(one.nr), v::section.eq(d.section)),
        (v::title.eq(&d.title), v::body.eq(&d.body), v::title_en.eq(&d.title_en), v::body_en.eq(&d.body_en)),
        (v::source.eq(&d.source), v::what.eq(&one.what), v::made_by.eq(one.by), v::made_at.eq(Ts(one.at))),
        (v::shown_at.eq(one.shown_at.map(Ts)), v::shown_by.eq(one.shown_by), v::alone.eq(one.alone)),
    );
    on!(c, c => diesel::insert_into(v::table).values(row).execute(c))?;
    for (shot, place) in one.shots.iter().zip(1i16..) {
        let row = (
            (p::station_id.eq(station), p::notice_id.eq(id), p::version.eq(one.nr)),
            (p::place.eq(place), p::photo_id.eq(shot.photo), p::alt.eq(&shot.alt)),
        );
        on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    }
    Ok(())
}

/// It is what everybody reads from now on.
pub fn show(
    c: &mut Conn,
    station: StationId,
    (id, nr): (NoticeId, i32),
    (by, alone, at): (StaffId, bool, Timestamp),
) -> Result<(), Fault> {
    let set = (v::shown_at.eq(Some(Ts(at))), v::shown_by.eq(Some(by)), v::alone.eq(alone));
    on!(c, c => diesel::update(v::table.find((station, id, nr))).set(set).execute(c))?;
    Ok(())
}

/// The photos of a version, in their order.
pub fn shots(c: &mut Conn, station: StationId, id: NoticeId, nr: i32) -> Result<Vec<Shot>, Fault> {
    let rows: Vec<(PhotoId, String)> = on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::notice_id.eq(id)).and(p::version.eq(nr)))
        .order(p::place)
        .select((p::photo_id, p::alt))
        .load(c))?;
    Ok(rows.into_iter().map(|(photo, alt)| Shot { photo, alt }).collect())
}

pub fn by_nr(c: &mut Conn, station: StationId, id: NoticeId, nr: i32) -> Result<Version, Fault> {
    let row: Row = on!(c, c => v::table.find((station, id, nr)).select(columns!()).first(c))?;
    let shots = shots(c, station, id, nr)?;
    Ok(to_version(row, shots))
}

/// All of a notice, the last first, without their photos.
pub fn of_notice(c: &mut Conn, station: StationId, id: NoticeId) -> Result<Vec<Version>, Fault> {
    let rows: Vec<Row> = on!(c, c => v::table
        .filter(v::station_id.eq(station).and(v::notice_id.eq(id)))
        .order(v::nr.desc())
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(|row| to_version(row, vec![])).collect())
}

/// These versions, each with its notice, without their photos.
pub fn these(c: &mut Conn, station: StationId, wanted: &[(NoticeId, i32)]) -> Result<Vec<(NoticeId, Version)>, Fault> {
    let (ids, nrs): (Vec<NoticeId>, Vec<i32>) = wanted.iter().copied().unzip();
    let rows: Vec<Row> = on!(c, c => v::table
        .filter(v::station_id.eq(station).and(v::notice_id.eq_any(&ids)).and(v::nr.eq_any(&nrs)))
        .select(columns!())
        .load(c))?;
    let meant = |row: &Row| wanted.contains(&(row.0, row.1));
    Ok(rows.into_iter().filter(meant).map(|row| (row.0, to_version(row, vec![]))).collect())
}
