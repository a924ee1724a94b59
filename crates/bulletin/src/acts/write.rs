//! A notice is written, written anew, and somebody else is asked to look at it.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use super::sections;
use crate::NoticeId;
use crate::asked::Rewrite;
use crate::rules::{Draft, MOST_PHOTOS, NoNotice, Notice, Shot, Stands, Version, Work};
use crate::store::{notices, photos, versions};

/// A first version.
pub async fn draft(
    house: &House,
    station: &Arc<Station>,
    (draft, ask): (Draft, bool),
    (staff, once): (StaffId, Option<Once>),
) -> Result<NoticeId, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let id = NoticeId(h.new_id());
            begun(c, station.id, (id, &draft), (staff, now))?;
            record(c, station.id, (id, "notice.drafted"), (staff, now))?;
            if ask {
                asked(c, station.id, id, (staff, now))?;
            }
            Ok::<_, Fault>(id)
        })
    };
    house.db.write(work).await
}

pub(super) fn record(
    c: &mut Conn,
    station: StationId,
    (id, kind): (NoticeId, &str),
    (staff, now): (StaffId, Timestamp),
) -> Result<(), Fault> {
    event::record(c, station, now, By::Staff(staff.0), kind, &id.to_string(), &json!({}))?;
    Ok(())
}

/// The rows of a first version.
pub(super) fn begun(
    c: &mut Conn,
    station: StationId,
    (id, draft): (NoticeId, &Draft),
    (staff, now): (StaffId, Timestamp),
) -> Result<Notice, Fault> {
    sections::kept(c, station)?;
    let notice = Notice {
        id,
        section: draft.section,
        stands: Stands::NotYet,
        work: Work::Draft,
        version: 1,
        shown: None,
        editor: staff,
        writer: staff,
        made_at: now,
        published_at: None,
        changed_at: None,
    };
    notices::insert(c, station, &notice)?;
    let version = Version {
        nr: 1,
        draft: draft.clone(),
        what: String::new(),
        shots: vec![],
        by: staff,
        at: now,
        shown_at: None,
        shown_by: None,
        alone: false,
    };
    versions::insert(c, station, id, &version)?;
    Ok(notice)
}

fn asked(c: &mut Conn, station: StationId, id: NoticeId, (staff, now): (StaffId, Timestamp)) -> Result<(), Fault> {
    let notice = notices::by_id(c, station, id)?;
    notices::set(c, station, &Notice { work: Work::Asked, ..notice })?;
    record(c, station, (id, "notice.asked"), (staff, now))
}

/// The next version of a draft, or of what everybody reads: a correction, which somebody else looks at as well. Without a change
/// there is none.
pub async fn rewrite(
    house: &House,
    station: &Arc<Station>,
    asked_for: Rewrite,
    (staff, once): (StaffId, Option<Once>),
) -> Result<i32, Not<NoNotice>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let id = asked_for.id;
            let notice = notices::held(c, station.id, id)?;
            notice.may_write(asked_for.read, &asked_for.what)?;
            let last = versions::by_nr(c, station.id, id, notice.version)?;
            let shots = asked_for.shots.clone().unwrap_or_else(|| last.shots.clone());
            // Photos that were left out before are still there: added up they may be more than one notice shows.
            if shots.len() > MOST_PHOTOS {
                return Err(NoNotice::Photos.into());
            }
            let of_it = photos::sizes(c, station.id, id)?;
            if !shots.iter().all(|shot| of_it.iter().any(|(photo, ..)| *photo == shot.photo)) {
                return Err(Fault::NotFound.into());
            }
            let what = notice.corrects(&asked_for.what);
            let same = (&last.draft, &last.shots, last.what.as_str()) == (&asked_for.draft, &shots, what);
            let nr = match same {
                true => notice.version,
                false => {
                    let text = (asked_for.draft.clone(), what.to_owned(), shots);
                    next(c, station.id, notice, text, (staff, now))?
                }
            };
            let notice = notices::by_id(c, station.id, id)?;
            if asked_for.ask && notice.work == Work::Draft {
                asked(c, station.id, id, (staff, now))?;
            }
            Ok::<_, Not<NoNotice>>(nr)
        })
    };
    house.db.write(work).await
}

/// Writes the next version; its number.
pub(super) fn next(
    c: &mut Conn,
    station: StationId,
    notice: Notice,
    (draft, what, shots): (Draft, String, Vec<Shot>),
    (staff, now): (StaffId, Timestamp),
) -> Result<i32, Fault> {
    let (id, nr) = (notice.id, notice.version + 1);
    let version = Version { nr, draft, what, shots, by: staff, at: now, shown_at: None, shown_by: None, alone: false };
    versions::insert(c, station, id, &version)?;
    let begun = notice.work == Work::None;
    // In lists it stays in the section that everybody knows it in, until this version is what they read.
    let section = if notice.shown.is_none() { version.draft.section } else { notice.section };
    notices::set(c, station, &Notice { section, version: nr, work: Work::Draft, writer: staff, ..notice })?;
    let kind = if begun { "notice.correction-drafted" } else { "notice.edited" };
    record(c, station, (id, kind), (staff, now))?;
    Ok(nr)
}

/// Somebody else is asked to look. Twice is once.
pub async fn ask(
    house: &House,
    station: &Arc<Station>,
    (id, read): (NoticeId, i32),
    staff: StaffId,
) -> Result<(), Not<NoNotice>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let notice = notices::held(c, station.id, id)?;
        notice.may_ask(read)?;
        if notice.work == Work::Draft {
            asked(c, station.id, id, (staff, now))?;
        }
        Ok::<_, Not<NoNotice>>(())
    };
    house.db.write(work).await
}
