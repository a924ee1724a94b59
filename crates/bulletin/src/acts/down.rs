//! A notice is taken down: one person asks and says why, another decides. That it was there stays to be read.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

use super::write::record;
use crate::NoticeId;
use crate::rules::{Down, Ended, NoNotice, Notice, Stands};
use crate::store::{downs, grams, notices, related};

pub async fn ask_down(
    house: &House,
    station: &Arc<Station>,
    (id, why): (NoticeId, String),
    (staff, once): (StaffId, Option<Once>),
) -> Result<(), Not<NoNotice>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let notice = notices::held(c, station.id, id)?;
            let last = downs::of_notice(c, station.id, id)?.into_iter().next();
            notice.may_ask_down(last.as_ref())?;
            let down = Down {
                nr: last.map_or(1, |last| last.nr + 1),
                why: why.clone(),
                asked_by: staff,
                asked_at: now,
                ended: Ended::Open,
                ended_by: None,
                ended_at: None,
            };
            downs::insert(c, station.id, id, &down)?;
            record(c, station.id, (id, "notice.down-asked"), (staff, now))?;
            Ok::<_, Not<NoNotice>>(())
        })
    };
    house.db.write(work).await
}

/// What was asked, while the notice is held.
fn open(c: &mut Conn, station: &Station, id: NoticeId) -> Result<(Notice, Down), Not<NoNotice>> {
    let notice = notices::held(c, station.id, id)?;
    let last = downs::of_notice(c, station.id, id)?.into_iter().next();
    Ok((notice, last.ok_or(NoNotice::NoDownAsked)?))
}

/// Somebody else, who has looked at the wish `read`, agrees: everybody reads only that it was taken down, why and when.
pub async fn confirm_down(
    house: &House,
    station: &Arc<Station>,
    (id, read): (NoticeId, i32),
    (staff, once): (StaffId, Option<Once>),
) -> Result<(), Not<NoNotice>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let (notice, down) = open(c, &station, id)?;
            down.may_confirm(read, staff)?;
            downs::end(c, station.id, (id, down.nr), Ended::Down, (staff, now))?;
            notices::set(c, station.id, &Notice { stands: Stands::Down, changed_at: Some(now), ..notice })?;
            grams::remove(c, station.id, id)?;
            related::set(c, station.id, id, &[])?;
            record(c, station.id, (id, "notice.taken-down"), (staff, now))?;
            Ok::<_, Not<NoNotice>>(())
        })
    };
    house.db.write(work).await
}

/// It stays, whatever the wish `read` said. Twice is a refusal: somebody may have asked again in between.
pub async fn keep_up(
    house: &House,
    station: &Arc<Station>,
    (id, read): (NoticeId, i32),
    staff: StaffId,
) -> Result<(), Not<NoNotice>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let (_, down) = open(c, &station, id)?;
        down.may_keep_up(read)?;
        downs::end(c, station.id, (id, down.nr), Ended::KeptUp, (staff, now))?;
        record(c, station.id, (id, "notice.kept-up"), (staff, now))?;
        Ok::<_, Not<NoNotice>>(())
    };
    house.db.write(work).await
}
