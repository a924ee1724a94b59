//! The door at the desk: three buttons, and what was said of it today. Nobody's duty is counted here: the lines name no one.
mod pages;
mod web;
mod api;
#[cfg(test)]
mod tests;

pub use api::api;
pub use pages::samples;
pub use web::routes;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::Once;
use people::{Role, StaffAt};
use serde::Serialize;
use stations::{Group, Here, Station, Tab};

use crate::acts;
use crate::door::answers::{self, Noted, Today};
use crate::rules::door::Sign;

/// The tab, for whoever works here.
pub const TAB: Tab = Tab { key: "door-desk-tab", path: "/door", role: Role::Clerk, group: Group::Today };

/// What staff press, in the order of the buttons.
const PRESSED: [Sign; 3] = [Sign::Opened, Sign::SeenOpen, Sign::Closed];

/// What staff may say; nothing for other words.
fn pressed(word: &str) -> Option<Sign> {
    Sign::of_word(word).filter(|sign| PRESSED.contains(sign))
}

/// Where it is.
fn top(station: &Station) -> String {
    station.path("/desk/door")
}

/// Who does something, and the request's key, bound to what it asks.
fn by<'h>(here: &'h Here, key: &str, asked: &impl Serialize) -> (&'h StaffAt, Option<Once>) {
    (&here.desk.staff, acts::once(&here.house, key, &here.staff().to_string(), asked))
}

/// What the desk sees, in one snapshot.
pub struct Desk {
    pub today: Today,
    /// What whoever asks may still take back: managers only.
    pub slip: Option<Noted>,
}

async fn read(here: &Here) -> Result<Desk, Fault> {
    let (h, station, staff, now) = (here.house.clone(), here.desk.station.clone(), here.desk.staff.clone(), here.now());
    let read = move |c: &mut Conn| {
        let slip = match staff.role >= Role::Manager {
            true => answers::slip(c, &station, (staff.id, now))?,
            false => None,
        };
        Ok::<_, Fault>(Desk { today: answers::today(c, &h, &station, now)?, slip })
    };
    here.house.db.snapshot(read).await
}
