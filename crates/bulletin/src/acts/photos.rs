//! A photo is added.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::photo::Photo as Encoded;
use kernel::refusal::Not;
use people::StaffId;
use stations::Station;

use super::write;
use crate::rules::{MOST_PHOTOS, NoNotice, Shot, Work};
use crate::store::photos::{self, Photo};
use crate::store::{notices, versions};
use crate::{NoticeId, PhotoId};

/// As rows keep it.
pub(super) fn kept(id: PhotoId, photo: &Encoded) -> Photo {
    let side = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
    Photo { id, bytes: photo.bytes.clone(), width: side(photo.width), height: side(photo.height) }
}

/// The next version, with one photo more.
pub async fn add_photo(
    house: &House,
    station: &Arc<Station>,
    (id, read): (NoticeId, i32),
    (photo, alt): (Encoded, String),
    (staff, once): (StaffId, Option<Once>),
) -> Result<PhotoId, Not<NoNotice>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let notice = notices::held(c, station.id, id)?;
            let last = versions::by_nr(c, station.id, id, notice.version)?;
            // A photo belongs to what is being written; what everybody has read is corrected first.
            let what = if notice.work == Work::None { "" } else { last.what.as_str() };
            notice.may_write(read, what)?;
            if last.shots.len() >= MOST_PHOTOS {
                return Err(NoNotice::Photos.into());
            }
            let new = PhotoId(h.new_id());
            photos::insert(c, station.id, (id, &kept(new, &photo)), (staff, now))?;
            let shots = [last.shots, vec![Shot { photo: new, alt: alt.clone() }]].concat();
            write::next(c, station.id, notice, (last.draft, last.what, shots), (staff, now))?;
            Ok::<_, Not<NoNotice>>(new)
        })
    };
    house.db.write(work).await
}
