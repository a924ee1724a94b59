//! What the desk's pages and programs read, each in one snapshot.
use kernel::db::Conn;
use kernel::fault::Fault;
use stations::Here;

use crate::NoticeId;
use crate::answers::{self, Picture};
use crate::at_desk::{self, Desk, Whole};
use crate::rules::{Section, Version};

/// So many of those that everybody reads stand on the desk's page.
pub const AT_ONCE: usize = 10;

pub async fn desk(here: &Here, before: Option<NoticeId>) -> Result<Desk, Fault> {
    let station = here.desk.station.id;
    here.house.db.snapshot(move |c: &mut Conn| at_desk::desk(c, station, before, AT_ONCE)).await
}

pub async fn whole(here: &Here, id: NoticeId) -> Result<Whole, Fault> {
    let (station, me) = (here.desk.station.id, here.staff());
    here.house.db.snapshot(move |c: &mut Conn| at_desk::whole(c, station, id, me)).await
}

pub async fn version(here: &Here, at: (NoticeId, i32)) -> Result<(Version, Vec<Picture>), Fault> {
    let station = here.desk.station.id;
    here.house.db.snapshot(move |c: &mut Conn| at_desk::version(c, station, at)).await
}

pub async fn sections(here: &Here) -> Result<Vec<Section>, Fault> {
    let station = here.desk.station.id;
    here.house.db.read(move |c: &mut Conn| answers::sections(c, station)).await
}
