//! The desk's pages: bodies only, the shell with its tabs is the station's.
pub mod calls;
mod turn;
mod lists;
pub mod presence;
pub mod draw;
pub mod lines;
pub mod matters;
pub mod officials;
mod samples;

pub use samples::samples;

use kernel::view::View;
use kernel::words::When;
use stations::Station;

use crate::rules::DeskId;

/// Who reads and where: what every page of the desk needs.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    pub v: &'a View,
    pub station: &'a Station,
}

impl Ctx<'_> {
    /// A path of the desk: `path("/calls")`.
    pub fn path(&self, below: &str) -> String {
        self.station.path(&format!("/desk{below}"))
    }

    /// The calls of one desk: its number stays in the address.
    pub fn calls(&self, desk: Option<DeskId>) -> String {
        self.path(&desk.map_or_else(|| "/calls".to_owned(), |id| format!("/calls?desk={id}")))
    }

    pub fn when(&self) -> When {
        self.v.when(&self.station.zone)
    }

    /// A text of these pages, by a key that is put together.
    pub fn t(&self, key: &str) -> String {
        self.v.t(&format!("errands-desk-{key}"))
    }
}
