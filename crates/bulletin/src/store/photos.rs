//! Photos.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

use crate::rules::Stands;
use crate::schema::{notice_photos as p, notice_version_photos as vp, notices as n};
use crate::{NoticeId, PhotoId};

/// One photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    pub id: PhotoId,
    pub bytes: Vec<u8>,
    pub width: i32,
    pub height: i32,
}

pub fn insert(
    c: &mut Conn,
    station: StationId,
    (notice, photo): (NoticeId, &Photo),
    (by, at): (StaffId, Timestamp),
) -> Result<(), Fault> {
    let row = (
        (p::station_id.eq(station), p::id.eq(photo.id), p::notice_id.eq(notice), p::bytes.eq(&photo.bytes)),
        (p::width.eq(photo.width), p::height.eq(photo.height), p::added_by.eq(by), p::added_at.eq(Ts(at))),
    );
    on!(c, c => diesel::insert_into(p::table).values(row).execute(c))?;
    Ok(())
}

/// The picture of a photo of a notice, for whoever works here.
pub fn bytes(c: &mut Conn, station: StationId, (notice, id): (NoticeId, PhotoId)) -> Result<Vec<u8>, Fault> {
    Ok(on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::id.eq(id)).and(p::notice_id.eq(notice)))
        .select(p::bytes)
        .first(c))?)
}

/// The same for everybody: only of the version that everybody reads.
pub fn public_bytes(c: &mut Conn, station: StationId, (notice, id): (NoticeId, PhotoId)) -> Result<Vec<u8>, Fault> {
    let shown = n::table
        .inner_join(vp::table.on(vp::station_id.eq(n::station_id).and(vp::notice_id.eq(n::id))))
        .filter(n::station_id.eq(station).and(n::id.eq(notice)).and(n::stands.eq(Stands::Public as i16)))
        .filter(n::shown.eq(vp::version.nullable()).and(vp::photo_id.eq(id)));
    let _: PhotoId = on!(c, c => shown.select(vp::photo_id).first(c))?;
    bytes(c, station, (notice, id))
}

/// How large these photos of a notice are.
pub fn sizes(c: &mut Conn, station: StationId, notice: NoticeId) -> Result<Vec<(PhotoId, i32, i32)>, Fault> {
    Ok(on!(c, c => p::table
        .filter(p::station_id.eq(station).and(p::notice_id.eq(notice)))
        .order(p::id)
        .select((p::id, p::width, p::height))
        .load(c))?)
}
