//! What everybody may ask about notices.
use std::collections::BTreeMap;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::grams::parts;

use crate::rules::{self, Down, Ended, Fit, MOST_SHOWN, Notice, Section, Stands, Version};
use crate::store::{downs, grams, notices, photos, related, sections, versions};
use crate::{NoticeId, PhotoId};

/// The sections of a station, in their order: those that are usual where nobody has changed any yet.
pub fn sections(c: &mut Conn, station: StationId) -> Result<Vec<Section>, Fault> {
    let kept = sections::all(c, station)?;
    Ok(if kept.is_empty() { rules::usual() } else { kept })
}

/// A notice as a list has it: the version that everybody reads, without its photos.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub notice: Notice,
    pub version: Version,
    pub section: Section,
}

impl Listed {
    /// First.
    pub fn published_at(&self) -> Timestamp {
        self.notice.published_at.unwrap_or(self.version.at)
    }

    /// Last.
    pub fn changed_at(&self) -> Timestamp {
        self.notice.changed_at.unwrap_or(self.version.at)
    }
}

/// Some of them, and whether there are more after the last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    pub all: Vec<Listed>,
    pub more: bool,
}

/// Public notices, the newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Of one section.
    pub section: Option<i32>,
    /// What somebody typed; empty = everything.
    pub typed: String,
    /// Those after this one in the same list.
    pub before: Option<NoticeId>,
    pub most: usize,
}

/// Those of `all` in the same order, each with the version that everybody reads.
fn listed(c: &mut Conn, station: StationId, all: Vec<Notice>) -> Result<Vec<Listed>, Fault> {
    let shown: Vec<(NoticeId, i32)> = all.iter().filter_map(|n| Some((n.id, n.shown?))).collect();
    let mut versions: BTreeMap<NoticeId, Version> = versions::these(c, station, &shown)?.into_iter().collect();
    let sections = sections(c, station)?;
    let section = |id: i32| sections.iter().find(|s| s.id == id).cloned();
    let one = |notice: Notice| {
        let version = versions.remove(&notice.id)?;
        Some(Listed { section: section(notice.section)?, notice, version })
    };
    Ok(all.into_iter().filter_map(one).collect())
}

/// A page of public notices: the newest first, or what fits best what somebody typed.
pub fn list(c: &mut Conn, station: StationId, wanted: &Wanted) -> Result<Page, Fault> {
    let mut all = match wanted.typed.is_empty() {
        true => newest(c, station, wanted)?,
        false => found(c, station, wanted)?,
    };
    let more = all.len() > wanted.most;
    all.truncate(wanted.most);
    Ok(Page { all: listed(c, station, all)?, more })
}

fn newest(c: &mut Conn, station: StationId, wanted: &Wanted) -> Result<Vec<Notice>, Fault> {
    // A place in the list that is nobody's begins at the top; one that was taken down since keeps its place.
    let place = wanted.before.map(|id| notices::by_id(c, station, id)).transpose();
    let place = match place {
        Err(Fault::NotFound) => None,
        read => read?,
    };
    let before = place.and_then(|notice| Some((notice.published_at?, notice.id)));
    let most = i64::try_from(wanted.most).unwrap_or(i64::MAX).saturating_add(1);
    notices::public(c, station, wanted.section, before, most)
}

/// One more than wanted, if there are.
fn found(c: &mut Conn, station: StationId, wanted: &Wanted) -> Result<Vec<Notice>, Fault> {
    let parts = parts(&wanted.typed);
    let mut fits: BTreeMap<NoticeId, usize> = BTreeMap::new();
    for part in &parts {
        for id in grams::fitting(c, station, part)? {
            *fits.entry(id).or_default() += 1;
        }
    }
    fits.retain(|_, n| *n * 2 >= parts.len());
    let ids: Vec<NoticeId> = fits.keys().copied().collect();
    let there = notices::public_of(c, station, &ids)?;
    let of_section = |n: &&Notice| wanted.section.is_none_or(|section| n.section == section);
    let fit = |n: &Notice| Fit {
        id: n.id,
        parts: fits.get(&n.id).copied().unwrap_or(0),
        published_at: n.published_at.unwrap_or(n.made_at),
    };
    let ordered = rules::order(there.iter().filter(of_section).map(fit).collect(), parts.len());
    let after = wanted.before.and_then(|id| ordered.iter().position(|fit| fit.id == id)).map_or(0, |at| at + 1);
    let mut by_id: BTreeMap<NoticeId, Notice> = there.into_iter().map(|n| (n.id, n)).collect();
    let some = ordered.into_iter().skip(after).take(wanted.most + 1);
    Ok(some.filter_map(|fit| by_id.remove(&fit.id)).collect())
}

/// A photo as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub id: PhotoId,
    pub alt: String,
    pub width: i32,
    pub height: i32,
}

/// The photos of a version, in their order.
pub fn pictures(c: &mut Conn, station: StationId, id: NoticeId, version: &Version) -> Result<Vec<Picture>, Fault> {
    let sizes = photos::sizes(c, station, id)?;
    let one = |shot: &rules::Shot| {
        let (_, width, height) = *sizes.iter().find(|(id, ..)| *id == shot.photo)?;
        Some(Picture { id: shot.photo, alt: shot.alt.clone(), width, height })
    };
    Ok(version.shots.iter().filter_map(one).collect())
}

/// What was corrected of what everybody had read, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub at: Timestamp,
    pub what: String,
}

/// A notice that everybody reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Public {
    pub listed: Listed,
    pub pictures: Vec<Picture>,
    /// 编辑: who of staff began it, as long as they are known here.
    pub editor: Option<String>,
    /// The last first.
    pub corrections: Vec<Correction>,
    pub related: Vec<Listed>,
}

/// What an address of a notice leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    Public(Box<Public>),
    /// It was taken down: why and when.
    Down(Down),
}

/// The notice as everybody reads it; one that nobody could read yet is not there.
pub fn look(c: &mut Conn, station: StationId, id: NoticeId) -> Result<Look, Fault> {
    let notice = notices::by_id(c, station, id)?;
    match (notice.stands, notice.shown) {
        (Stands::Public, Some(nr)) => public(c, station, notice, nr).map(|public| Look::Public(Box::new(public))),
        (Stands::Down, _) => {
            let all = downs::of_notice(c, station, id)?;
            let down = all.into_iter().find(|down| down.ended == Ended::Down);
            down.map(Look::Down).ok_or_else(|| Fault::broken(format!("notice {id} is down and nobody said so")))
        }
        _ => Err(Fault::NotFound),
    }
}

fn public(c: &mut Conn, station: StationId, notice: Notice, nr: i32) -> Result<Public, Fault> {
    let id = notice.id;
    let version = versions::by_nr(c, station, id, nr)?;
    let pictures = pictures(c, station, id, &version)?;
    let editor = people::staff_name(c, notice.editor)?.filter(|name| !name.is_empty());
    let shown = |v: Version| Some(Correction { at: v.shown_at?, what: v.what }).filter(|k| !k.what.is_empty());
    let corrections = versions::of_notice(c, station, id)?.into_iter().filter_map(shown).collect();
    let near = related(c, station, id)?;
    let section = sections(c, station)?.into_iter().find(|s| s.id == notice.section);
    let section = section.ok_or_else(|| Fault::broken(format!("notice {id} is of no section")))?;
    Ok(Public { listed: Listed { notice, version, section }, pictures, editor, corrections, related: near })
}

/// At most three that are like it.
pub fn related(c: &mut Conn, station: StationId, id: NoticeId) -> Result<Vec<Listed>, Fault> {
    let most = i64::try_from(MOST_SHOWN).unwrap_or(i64::MAX);
    let ids = related::of_notice(c, station, id, most)?;
    let mut there: BTreeMap<NoticeId, Notice> =
        notices::public_of(c, station, &ids)?.into_iter().map(|n| (n.id, n)).collect();
    listed(c, station, ids.iter().filter_map(|id| there.remove(id)).collect())
}

/// When what everybody reads changed last.
pub fn changed_at(c: &mut Conn, station: StationId, section: Option<i32>) -> Result<Option<Timestamp>, Fault> {
    notices::changed_at(c, station, section)
}

/// Those of `ids` that everybody reads, with their titles.
pub fn public_titles(
    c: &mut Conn,
    station: StationId,
    ids: &[NoticeId],
) -> Result<Vec<(NoticeId, String, String)>, Fault> {
    let there = notices::public_of(c, station, ids)?;
    let all = listed(c, station, there)?;
    Ok(all.into_iter().map(|l| (l.notice.id, l.version.draft.title, l.version.draft.title_en)).collect())
}

/// The picture of a photo that everybody sees.
pub fn photo(c: &mut Conn, station: StationId, at: (NoticeId, PhotoId)) -> Result<Vec<u8>, Fault> {
    photos::public_bytes(c, station, at)
}

/// A notice with its photos and who began it: what a feed tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InFull {
    pub listed: Listed,
    pub pictures: Vec<Picture>,
    pub editor: Option<String>,
}

/// The newest, in full.
pub fn in_full(c: &mut Conn, station: StationId, section: Option<i32>, most: usize) -> Result<Vec<InFull>, Fault> {
    let page = list(c, station, &Wanted { section, most, ..Wanted::default() })?;
    let mut all = vec![];
    for mut listed in page.all {
        let id = listed.notice.id;
        listed.version.shots = versions::shots(c, station, id, listed.version.nr)?;
        let pictures = pictures(c, station, id, &listed.version)?;
        let editor = people::staff_name(c, listed.notice.editor)?.filter(|name| !name.is_empty());
        all.push(InFull { listed, pictures, editor });
    }
    Ok(all)
}
