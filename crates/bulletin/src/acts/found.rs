//! Notices that files lay out: of a demo, or of what a station has told before.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::photo::Photo;
use people::StaffId;
use stations::Station;

use super::{photos as kept, publish, sections, write};
use crate::rules::{Draft, Notice, Seen, Shot, Work};
use crate::store::{notices, photos};
use crate::{NoticeId, PhotoId};

/// A notice as a file has it.
#[derive(Debug, Clone)]
pub struct Founded {
    pub draft: Draft,
    /// Each with what it shows.
    pub photos: Vec<(Photo, String)>,
    pub editor: StaffId,
    /// Whose second look it was; without one it waits for one.
    pub looked: Option<StaffId>,
}

/// Keeps it, as if it had been written and published at `at`.
///
/// # Errors
/// A section that there is not, two looks of one person, or the database.
pub fn found(c: &mut Conn, house: &House, station: &Station, one: &Founded, at: Timestamp) -> Result<NoticeId, Fault> {
    let odd = |what: &str| Fault::broken(format!("notice “{}”: {what}", one.draft.title));
    if !sections::kept(c, station.id)?.iter().any(|s| s.id == one.draft.section) {
        return Err(odd("there is no such section"));
    }
    if one.looked == Some(one.editor) {
        return Err(odd("the second look is somebody else's"));
    }
    let id = NoticeId(house.new_id());
    let mut notice = write::begun(c, station.id, (id, &one.draft), (one.editor, at))?;
    write::record(c, station.id, (id, "notice.drafted"), (one.editor, at))?;
    let mut shots = vec![];
    for (photo, alt) in &one.photos {
        let new = PhotoId(house.new_id());
        photos::insert(c, station.id, (id, &kept::kept(new, photo)), (one.editor, at))?;
        shots.push(Shot { photo: new, alt: alt.clone() });
    }
    if !shots.is_empty() {
        write::next(c, station.id, notice, (one.draft.clone(), String::new(), shots), (one.editor, at))?;
        notice = notices::by_id(c, station.id, id)?;
    }
    notice = Notice { work: Work::Asked, ..notice };
    notices::set(c, station.id, &notice)?;
    if let Some(second) = one.looked {
        publish::shown(c, house, station, notice, (second, Seen::ByTwo), at)?;
    }
    Ok(id)
}
