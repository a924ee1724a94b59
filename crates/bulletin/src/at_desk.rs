//! What staff may ask about notices: what waits for them, and one notice with all that was done to it.
use std::collections::BTreeMap;

use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use people::StaffId;

use crate::answers::{self, Page, Picture, Wanted};
use crate::rules::{Down, Ended, Notice, Section, Stands, Version, Work};
use crate::store::{downs, notices, photos, versions};
use crate::{NoticeId, PhotoId};

/// A notice with the version that is being worked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InWork {
    pub notice: Notice,
    pub version: Version,
    /// Who wrote it last.
    pub writer: Option<String>,
}

/// A notice that somebody wants to take down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToTakeDown {
    pub id: NoticeId,
    pub title: String,
    pub down: Down,
}

/// What the desk begins with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Desk {
    /// What waits for a second look.
    pub asked: Vec<InWork>,
    pub downs: Vec<ToTakeDown>,
    pub drafts: Vec<InWork>,
    /// What everybody reads, the newest first.
    pub public: Page,
}

/// So many drafts are shown; a station that has more has forgotten them.
const DRAFTS: i64 = 100;

pub fn desk(c: &mut Conn, station: StationId, before: Option<NoticeId>, most: usize) -> Result<Desk, Fault> {
    let all = notices::in_work(c, station, DRAFTS)?;
    let wanted: Vec<(NoticeId, i32)> = all.iter().map(|n| (n.id, n.version)).collect();
    let mut texts: BTreeMap<NoticeId, Version> = versions::these(c, station, &wanted)?.into_iter().collect();
    let mut desk = Desk { downs: to_take_down(c, station)?, ..Desk::default() };
    for notice in all {
        let Some(version) = texts.remove(&notice.id) else { continue };
        let list = if notice.work == Work::Asked { &mut desk.asked } else { &mut desk.drafts };
        list.push(InWork { writer: people::staff_name(c, notice.writer)?, notice, version });
    }
    desk.public = answers::list(c, station, &Wanted { before, most, ..Wanted::default() })?;
    Ok(desk)
}

fn to_take_down(c: &mut Conn, station: StationId) -> Result<Vec<ToTakeDown>, Fault> {
    let mut all = vec![];
    for (id, down) in downs::open(c, station)? {
        let notice = notices::by_id(c, station, id)?;
        let title = versions::by_nr(c, station, id, notice.shown.unwrap_or(notice.version))?.draft.title;
        all.push(ToTakeDown { id, title, down });
    }
    Ok(all)
}

/// One notice, as whoever works on it sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    pub notice: Notice,
    /// The last one, with its photos.
    pub last: Version,
    pub pictures: Vec<Picture>,
    pub section: Section,
    /// All, the last first.
    pub versions: Vec<Version>,
    /// What was asked about taking it down, the last first.
    pub downs: Vec<Down>,
    /// Who had a hand in it, by name, as far as they are known here.
    pub names: BTreeMap<StaffId, String>,
    /// Whether whoever asks is the only one who works here.
    pub alone: bool,
}

impl Whole {
    /// The wish to take it down that waits for a second person.
    pub fn down(&self) -> Option<&Down> {
        self.downs.first().filter(|down| down.ended == Ended::Open)
    }

    pub fn name(&self, staff: StaffId) -> Option<&str> {
        self.names.get(&staff).map(String::as_str)
    }

    /// Whether everybody reads it, or did.
    pub fn was_read(&self) -> bool {
        self.notice.stands != Stands::NotYet
    }
}

pub fn whole(c: &mut Conn, station: StationId, id: NoticeId, asks: StaffId) -> Result<Whole, Fault> {
    let notice = notices::by_id(c, station, id)?;
    let last = versions::by_nr(c, station, id, notice.version)?;
    let pictures = answers::pictures(c, station, id, &last)?;
    let section = answers::sections(c, station)?.into_iter().find(|s| s.id == last.draft.section);
    let section = section.ok_or_else(|| Fault::broken(format!("notice {id} is of no section")))?;
    let versions = versions::of_notice(c, station, id)?;
    let downs = downs::of_notice(c, station, id)?;
    let hands = versions.iter().flat_map(|v| [Some(v.by), v.shown_by]);
    let hands = hands.chain(downs.iter().flat_map(|d| [Some(d.asked_by), d.ended_by])).flatten();
    let mut names = BTreeMap::new();
    for staff in hands {
        if !names.contains_key(&staff)
            && let Some(name) = people::staff_name(c, staff)?
        {
            names.insert(staff, name);
        }
    }
    let alone = people::staff_of(c, station)?.iter().all(|s| s.id == asks);
    Ok(Whole { notice, last, pictures, section, versions, downs, names, alone })
}

/// An older version with its photos.
pub fn version(c: &mut Conn, station: StationId, (id, nr): (NoticeId, i32)) -> Result<(Version, Vec<Picture>), Fault> {
    let version = versions::by_nr(c, station, id, nr)?;
    let pictures = answers::pictures(c, station, id, &version)?;
    Ok((version, pictures))
}

/// The picture of a photo, whether everybody sees it or not.
pub fn photo(c: &mut Conn, station: StationId, at: (NoticeId, PhotoId)) -> Result<Vec<u8>, Fault> {
    photos::bytes(c, station, at)
}
