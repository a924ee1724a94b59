//! The group's addresses. A receipt is in none of them.
use stations::Station;

use crate::PostId;

pub fn opinions_path(station: &Station) -> String {
    station.path("/opinions")
}

/// Where something is said.
pub fn new_path(station: &Station) -> String {
    station.path("/opinions/new")
}

/// Where a receipt is typed.
pub fn follow_path(station: &Station) -> String {
    station.path("/opinions/follow")
}

/// Where a receipt is printed on a slip.
pub fn slip_path(station: &Station) -> String {
    station.path("/opinions/slip")
}

pub fn post_path(station: &Station, id: PostId) -> String {
    station.path(&format!("/opinions/posts/{id}"))
}

/// The first page of the station's machine, to which a page that nobody touches any more leads back.
pub fn kiosk_path(station: &Station) -> String {
    station.path("/kiosk")
}
