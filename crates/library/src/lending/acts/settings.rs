//! What a station decides about lending, and what a reader decides about their list.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use people::{PersonId, Role, StaffAt};
use serde_json::json;
use stations::Station;

use crate::catalogue::answers as catalogue;
use crate::lending::store::readers::Reader;
use crate::lending::store::{history, readers};
use crate::rules::Settings;

/// Decides anew. What is lent already is due when it was due. Where no lists are offered any more, those that there are go at once.
///
/// # Errors
/// To everybody but managers there is nothing to decide.
pub async fn set_settings(
    house: &House,
    station: &Arc<Station>,
    settings: Settings,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Fault> {
    if staff.role != Role::Manager {
        return Err(Fault::NotFound);
    }
    let settings = settings.checked().map_err(|odd| Fault::broken(format!("settings that cannot be: {odd:?}")))?;
    let (station, by, now) = (station.clone(), By::Staff(staff.id.0), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            if catalogue::settings(c, station.id)? == settings {
                return Ok(());
            }
            catalogue::set_settings(c, station.id, &settings)?;
            if !settings.history {
                readers::no_history(c, station.id)?;
                history::erase_all(c, station.id)?;
            }
            event::record(c, station.id, now, by, "library.settings-changed", "", &json!({}))?;
            Ok::<_, Fault>(())
        })
    };
    house.db.write(work).await
}

/// A reader wants a list of what they have read, or does not: then what is on it goes at once.
///
/// # Errors
/// The station offers no such list.
pub async fn want_history(house: &House, station: &Arc<Station>, person: PersonId, wanted: bool) -> Result<(), Fault> {
    let station = station.clone();
    let work = move |c: &mut Conn| {
        people::hold(c, person)?;
        if wanted {
            history::hold_offer(c, station.id)?;
        }
        if wanted && !catalogue::settings(c, station.id)?.history {
            return Err(Fault::NotFound);
        }
        let reader = readers::of(c, station.id, person)?;
        readers::set(c, station.id, person, Reader { history: wanted, ..reader })?;
        if !wanted {
            history::erase(c, station.id, person)?;
        }
        Ok::<_, Fault>(())
    };
    house.db.write(work).await
}
