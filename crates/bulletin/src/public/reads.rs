//! What pages and programs read, each in one snapshot.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use crate::NoticeId;
use crate::answers::{self, Look, Page, Wanted};
use crate::rules::Section;

/// So many stand on a page.
pub const AT_ONCE: usize = 10;
/// So many characters of what was typed are looked at.
pub const MOST_TYPED: usize = 60;

/// A page of notices, of the section `slug` or of all, with all sections. Of a section that there is not, nothing is found.
pub struct Found {
    pub sections: Vec<Section>,
    pub section: Option<Section>,
    pub page: Page,
}

pub async fn list(
    house: &House,
    station: &Arc<Station>,
    (slug, wanted): (Option<String>, Wanted),
) -> Result<Found, Fault> {
    let id = station.id;
    let read = move |c: &mut Conn| {
        let sections = answers::sections(c, id)?;
        let section = match &slug {
            Some(slug) => Some(sections.iter().find(|s| s.slug == *slug).cloned().ok_or(Fault::NotFound)?),
            None => None,
        };
        let wanted = Wanted { section: section.as_ref().map(|s| s.id), ..wanted.clone() };
        Ok(Found { page: answers::list(c, id, &wanted)?, sections, section })
    };
    house.db.snapshot(read).await
}

pub async fn look(house: &House, station: &Arc<Station>, id: NoticeId) -> Result<Look, Fault> {
    let station = station.id;
    house.db.snapshot(move |c: &mut Conn| answers::look(c, station, id)).await
}
