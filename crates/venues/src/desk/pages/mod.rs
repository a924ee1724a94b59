//! The desk's pages: bodies only, the shell with its tabs is the station's.
pub mod lists;
pub mod today;
mod board;
pub mod walk_in;
pub mod book;
pub mod series;
pub mod requests;
pub mod openings;
pub mod new_opening;
pub mod venues;
pub mod venue;
pub mod windows;
pub mod offering;
pub mod changes;

use jiff::civil::Date;
use kernel::page::query_value;
use kernel::view::View;
use stations::Station;

/// Who reads and where: what every page of the desk needs.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    pub v: &'a View,
    pub station: &'a Station,
    /// Whether the reader is a manager.
    pub manager: bool,
}

impl<'a> Ctx<'a> {
    /// A path of the desk: `path("/today")`.
    pub fn path(&self, below: &str) -> String {
        self.station.path(&format!("/desk{below}"))
    }

    /// The page where somebody is booked in, with what is known already.
    pub fn book(&self, offering: &str, on: Date, at: Option<&str>) -> String {
        let at = at.map_or_else(String::new, |at| format!("&at={}", query_value(at)));
        self.path(&format!("/reservations/new?offering={}&on={on}{at}", query_value(offering)))
    }

    /// The same for what series show.
    pub fn series(&self) -> crate::series::pages::Ctx<'a> {
        crate::series::pages::Ctx { v: self.v, station: self.station, staff: true, club: None }
    }

    pub fn today(&self, on: Date, venue: Option<i32>) -> String {
        let venue = venue.map_or_else(String::new, |id| format!("&venue={id}"));
        self.path(&format!("/today?on={on}{venue}"))
    }
}
