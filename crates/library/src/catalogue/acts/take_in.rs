//! A title comes in with its copies, or more copies of one that is there.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::photo::Photo;
use kernel::refusal::Not;
use people::StaffAt;
use serde::{Deserialize, Serialize};
use serde_json::json;
use stations::Station;

use super::keep;
use crate::catalogue::rules::{NewCopies, NewTitle, NoIntake, Of};
use crate::catalogue::{answers, store};
use crate::{CopyId, TitleId};

/// What has come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenIn {
    pub title: TitleId,
    /// In the order of their barcodes.
    pub copies: Vec<CopyId>,
}

/// Takes in copies of a title, which is kept as well if it is new here.
pub async fn take_in(
    house: &House,
    station: &Arc<Station>,
    of: Of,
    new: NewCopies,
    cover: Option<Photo>,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<TakenIn, Not<NoIntake>> {
    let (h, station, now, by) = (house.clone(), station.clone(), house.now(), By::Staff(staff.id.0));
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            take_in_within(c, &h, &station, &of, &new, cover.as_ref(), (by, now))
        })
    };
    house.db.write(work).await
}

/// The same in the caller's transaction.
///
/// # Errors
/// A shelf or a title that the station does not have, or the database.
pub fn take_in_within(
    c: &mut Conn,
    house: &House,
    station: &Station,
    of: &Of,
    new: &NewCopies,
    cover: Option<&Photo>,
    (by, now): (By, Timestamp),
) -> Result<TakenIn, Not<NoIntake>> {
    // Held before anything is read, as files do: two who take in the same at once come one after the other.
    store::numbers::next(c, station.id, 0)?;
    if !answers::shelves(c, station.id)?.iter().any(|shelf| shelf.id == new.shelf) {
        return Err(NoIntake::NoShelf.into());
    }
    let title = match of {
        Of::There(id) => store::titles::held(c, station.id, *id)?.id,
        Of::New(title) => known_or_new(c, (house, station), title, (by, now))?,
    };
    if let Some(photo) = cover {
        store::covers::set(c, station.id, title, photo)?;
    }
    let copies = vec![(title, new.shelf, new.source.clone()); usize::from(new.count)];
    let copies = keep::numbered(c, (house, station), &copies, now)?;
    let data = json!({ "copies": new.count });
    event::record(c, station.id, now, by, "copies.added", &title.to_string(), &data)?;
    Ok(TakenIn { title, copies })
}

/// The title that is this one, or a new one. What is known of a book is known to all stations from then on.
fn known_or_new(
    c: &mut Conn,
    (house, station): (&House, &Station),
    new: &NewTitle,
    (by, now): (By, Timestamp),
) -> Result<TitleId, Fault> {
    if let Some(there) = answers::same_title(c, station.id, new)? {
        return Ok(there.id);
    }
    let title = keep::title(TitleId(house.new_id()), new, keep::today(station, now));
    keep::titles(c, station.id, std::slice::from_ref(&title))?;
    store::pack::keep(c, [new], (&station.slug, false), now)?;
    event::record(c, station.id, now, by, "title.added", &title.id.to_string(), &json!({}))?;
    Ok(title.id)
}
