//! 驿站 — the stations, the divisions they stand in, who shares them, and when the door is open.
//!
//! Every other slice begins at a station: [`At`] is the one that an address names, [`AtDesk`] adds who works there.
mod rules;
mod station;
mod opening;
mod schema;
mod store;
mod memory;
mod directory;
mod around;
pub mod ics;
mod acts;
mod check;
mod parts;
mod rooms;
mod seen_open;
mod to_call;
mod at;
mod said;
mod desk;
mod here;
mod forms;
mod cards;
mod team;
mod pages;
mod web;
mod wiring;
mod api;
#[cfg(feature = "testing")]
pub mod testing;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use almanac::hours::Hours;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;

pub use acts::{NotImported, add_owner, change_station, import_divisions, import_holidays, make_station, rename_owner};
pub use api::api;
pub use around::{Around, Away, Origin};
pub use at::{At, One};
pub use check::CHECKS;
pub use desk::{AtDesk, AtDeskAsManager, DeskPage};
pub use directory::{Found, find};
pub use forms::{hours, hours_problem};
pub use here::{Here, HereAsManager, Named};
pub use memory::{calendar, load_calendar, station};
pub use opening::{DayHours, DayIs, Door, days, door};
pub use pages::poster::{code as poster_code, picture as qr_picture};
pub use pages::{sample_station, samples};
pub use parts::{Group, Hint, HomeSection, Leaf, OfArea, OnToday, Parts, Rendered, Short, TABS, Tab, Way, WhatIsOn};
pub use rooms::{NoRoom, Room, Rooms, Taking, WantedRoom};
pub use rules::clock::typed_minute;
pub use rules::division::Division;
pub use rules::import::{ImportProblem, Why};
pub use rules::naming::{NotASlug, Refusal, Slug};
pub use rules::place::Point;
pub use said::{almanac_lang, clock, day_part, import_problem, lunar, wall};
pub use seen_open::seen_open;
pub use station::{Draft, Owner, Station};
pub use to_call::{ToCall, WhomToCall};
pub use web::routes;
pub use wiring::{desk_of, place_of};

/// The tables of stations and divisions.
pub const MIGRATIONS: &[kernel::db::Migration] =
    &[kernel::db::migration!("2026-06-03_stations"), kernel::db::migration!("2026-11-26_places")];

/// What stations say.
pub const TEXTS: kernel::words::Texts = kernel::texts!();

/// What only the desk reads: household cards, who works here.
pub const DESK_TEXTS: kernel::words::Texts =
    kernel::words::Texts { zh: include_str!("../words/desk-zh-CN.ftl"), en: include_str!("../words/desk-en.ftl") };

/// What was done at the station, on the page of changes.
pub const EVENT_TEXTS: kernel::words::Texts =
    kernel::words::Texts { zh: include_str!("../words/events-zh-CN.ftl"), en: include_str!("../words/events-en.ftl") };

/// All that is said about stations.
pub fn texts() -> Vec<kernel::words::Texts> {
    vec![TEXTS, DESK_TEXTS, EVENT_TEXTS]
}

/// The station whose address ends in `slug`.
pub fn by_slug(c: &mut Conn, slug: &str) -> Result<Station, Fault> {
    store::stations::by_slug(c, slug)
}

pub fn by_id(c: &mut Conn, id: StationId) -> Result<Station, Fault> {
    store::stations::by_id(c, id)
}

/// Those of `ids` that there are, in the order of keys.
pub fn by_ids(c: &mut Conn, ids: &[StationId]) -> Result<Vec<Station>, Fault> {
    store::stations::by_ids(c, ids)
}

/// Whether there is any station but this one.
pub fn others(c: &mut Conn, than: StationId) -> Result<bool, Fault> {
    store::places::others(c, than)
}

/// Every station, in the order of keys.
pub fn all(c: &mut Conn) -> Result<Vec<Station>, Fault> {
    store::stations::listed(c, None, 0, i64::MAX)
}

/// Up to `most` stations after the key `after` (0 starts), in the division or area `within` or everywhere.
pub fn some(c: &mut Conn, within: Option<i64>, after: i64, most: i64) -> Result<Vec<Station>, Fault> {
    store::stations::listed(c, within, after, most)
}

/// How many stations there are in a division or area.
pub fn count(c: &mut Conn, within: i64) -> Result<u64, Fault> {
    store::stations::count(c, within)
}

/// The opening hours that `text` means, which must have been checked when it was typed.
pub fn parsed_hours(text: &str) -> Result<Arc<Hours>, Fault> {
    store::parsed::parsed(text).map_err(Fault::broken)
}

/// The offices that share a station.
pub fn owners(c: &mut Conn, station: StationId) -> Result<Vec<Owner>, Fault> {
    store::owners::of_station(c, station)
}

/// The division with this code, if there is one.
pub fn division(c: &mut Conn, code: i64) -> Result<Option<Division>, Fault> {
    store::divisions::by_code(c, code)
}

/// The villages of the township in which `division` lies, in the order of codes.
pub fn villages(c: &mut Conn, division: &Division) -> Result<Vec<Division>, Fault> {
    store::divisions::villages(c, division.code)
}

/// Takes over what other processes on the same database have imported.
pub async fn jobs(house: &House) -> Result<(), Fault> {
    load_calendar(house).await
}
