//! A second person has looked, and it is what everybody reads.
use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::{self, By as EventBy};
use kernel::fault::Fault;
use kernel::grams::{self, Gram};
use kernel::house::House;
use kernel::markdown;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{Role, StaffAt, StaffId};
use serde_json::json;
use stations::Station;

use crate::rules::{self, By, MOST_COMPARED, NoNotice, Notice, Seen, Stands, Version, Work};
use crate::store::{notices, related, versions};
use crate::{NoticeId, moods, store};

/// Makes the version that somebody has read what everybody reads.
pub async fn publish(
    house: &House,
    station: &Arc<Station>,
    (id, read): (NoticeId, i32),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoNotice>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let (who, manager) = (staff.id, staff.role >= Role::Manager);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let notice = notices::held(c, station.id, id)?;
            let others = people::staff_of(c, station.id)?.iter().filter(|s| s.id != who).count();
            let seen = rules::publish(&notice, read, By { staff: who, manager, others })?;
            shown(c, &h, &station, notice, (who, seen), now)?;
            Ok::<_, Not<NoNotice>>(())
        })
    };
    house.db.write(work).await
}

/// The last version is what everybody reads from now on.
pub(super) fn shown(
    c: &mut Conn,
    house: &House,
    station: &Station,
    notice: Notice,
    (who, seen): (StaffId, Seen),
    now: Timestamp,
) -> Result<(), Fault> {
    let (id, first, alone) = (notice.id, notice.published_at.is_none(), seen == Seen::ByOne);
    let version = versions::by_nr(c, station.id, id, notice.version)?;
    versions::show(c, station.id, (id, version.nr), (who, alone, now))?;
    let public = Notice {
        section: version.draft.section,
        stands: Stands::Public,
        work: Work::None,
        shown: Some(version.nr),
        published_at: notice.published_at.or(Some(now)),
        changed_at: Some(now),
        ..notice
    };
    notices::set(c, station.id, &public)?;
    findable(c, station, id, &version)?;
    if first {
        moods::opened(c, house, station, id, now)?;
    }
    let kind = match (first, alone) {
        (true, false) => "notice.published",
        (true, true) => "notice.published-alone",
        (false, false) => "notice.corrected",
        (false, true) => "notice.corrected-alone",
    };
    let data = json!({ "version": version.nr, "alone": alone });
    event::record(c, station.id, now, EventBy::Staff(who.0), kind, &id.to_string(), &data)?;
    Ok(())
}

/// By what a version is found.
pub(super) fn grams_of(version: &Version) -> BTreeSet<Gram> {
    let d = &version.draft;
    let (body, body_en) = (markdown::plain(&d.body), markdown::plain(&d.body_en));
    let mut texts = vec![&d.title, &body, &d.title_en, &body_en, &d.source];
    texts.extend(version.shots.iter().map(|shot| &shot.alt));
    let mut all = grams::of(texts.into_iter().map(String::as_str));
    all.extend(grams::of_title(&d.title));
    all
}

/// It is found by its words, and stands beside what is like it.
fn findable(c: &mut Conn, station: &Station, id: NoticeId, version: &Version) -> Result<(), Fault> {
    store::sections::hold(c, station.id)?;
    let grams = grams_of(version);
    store::grams::set(c, station.id, id, &grams)?;
    let last = notices::public(c, station.id, None, None, MOST_COMPARED)?;
    let others: Vec<NoticeId> = last.into_iter().map(|n| n.id).filter(|other| *other != id).collect();
    let others = store::grams::of_texts(c, station.id, &others)?;
    let of_text = grams.into_iter().filter(|gram| grams::is_of_text(gram)).collect();
    related::set(c, station.id, id, &rules::nearest(&of_text, &others))
}
