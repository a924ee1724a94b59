//! 取号机: which device is a station's kiosk. Whoever stands at one draws a number, says that they are here and rates, by nothing
//! but what they press; from far away somebody could do that for a whole hall. So a manager opens each machine once by a link,
//! which it keeps as a cookie. Clerks of the station may use the pages as well.
//!
//! There is one link for a station. A new one takes the place of the old one, and closing it closes every machine.
mod schema;
mod store;
pub mod acts;
mod pages;
mod guard;
#[cfg(test)]
mod tests;

pub use acts::known;
pub use guard::{AtKiosk, at_kiosk, open};
pub use pages::shut;
pub use store::since;

use stations::Station;

/// What a manager opens on a machine.
pub fn link_path(station: &Station, secret: &str) -> String {
    station.path(&format!("/kiosk/open/{secret}"))
}
