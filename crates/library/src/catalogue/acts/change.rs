//! What is known of a title is put right, its cover is photographed, a copy gets another place or is not there any more.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::photo::Photo;
use kernel::refusal::Not;
use people::StaffAt;
use serde_json::json;
use stations::Station;

use super::keep;
use crate::catalogue::rules::{self, CopyChange, NewTitle, NoIntake};
use crate::catalogue::{answers, store};
use crate::rules::Title;
use crate::{CopyId, TitleId};

/// Writes a title anew.
pub async fn change_title(
    house: &House,
    station: &Arc<Station>,
    (id, new): (TitleId, NewTitle),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoIntake>> {
    let (station, now, by) = (station.clone(), house.now(), By::Staff(staff.id.0));
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let before = store::titles::held(c, station.id, id)?;
            if let Some(isbn) = &new.isbn
                && let Some(other) = answers::by_isbn(c, station.id, isbn)?
                && other.id != id
            {
                return Err(NoIntake::IsbnThere { title: other.id }.into());
            }
            let changed = keep::title(id, &new, before.added_on);
            if changed != before {
                set(c, &station, &changed)?;
                event::record(c, station.id, now, by, "title.changed", &id.to_string(), &json!({}))?;
            }
            Ok::<_, Not<NoIntake>>(())
        })
    };
    house.db.write(work).await
}

fn set(c: &mut Conn, station: &Station, changed: &Title) -> Result<(), Fault> {
    match store::titles::set(c, station.id, changed) {
        // Somebody has given that number to another title meanwhile: asked again, the rule says so.
        Err(Fault::AlreadyThere(what)) => return Err(Fault::Clash(what)),
        done => done?,
    }
    store::grams::set(c, station.id, changed.id, keep::grams_of(changed))
}

/// The photo of its cover.
pub async fn set_cover(
    house: &House,
    station: &Arc<Station>,
    (id, photo): (TitleId, Photo),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Fault> {
    let (station, now, by) = (station.clone(), house.now(), By::Staff(staff.id.0));
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            store::titles::held(c, station.id, id)?;
            store::covers::set(c, station.id, id, &photo)?;
            event::record(c, station.id, now, by, "title.changed", &id.to_string(), &json!({}))?;
            Ok::<_, Fault>(())
        })
    };
    house.db.write(work).await
}

/// Another shelf, or how it stands: missing, under repair, here again, gone.
pub async fn change_copy(
    house: &House,
    station: &Arc<Station>,
    (id, wanted): (CopyId, CopyChange),
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoIntake>> {
    let (station, now, by) = (station.clone(), house.now(), By::Staff(staff.id.0));
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let copy = store::copies::held(c, station.id, id)?;
            if !answers::shelves(c, station.id)?.iter().any(|shelf| shelf.id == wanted.shelf) {
                return Err(NoIntake::NoShelf.into());
            }
            let taken = store::copies::taken(c, station.id, id)?;
            let changed = rules::change_copy(&copy, wanted, taken)?;
            if changed != copy {
                store::copies::set(c, station.id, &changed)?;
                let data = json!({ "stands": changed.stands.word() });
                event::record(c, station.id, now, by, "copy.changed", &id.to_string(), &data)?;
            }
            Ok::<_, Not<NoIntake>>(())
        })
    };
    house.db.write(work).await
}
