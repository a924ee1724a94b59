//! The desk's pages: bodies only, the shell with its tabs is the station's.
mod list;
mod preview;
mod clash;
mod form;
mod time;
mod samples;

pub use form::{Form, form};
pub use list::list;
pub use preview::{Preview, preview};
pub use samples::samples;
pub use time::{Time, time};

use kernel::view::View;
use kernel::words::When;
use stations::Station;

/// Who reads and where: what every page of the desk needs.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    pub v: &'a View,
    pub station: &'a Station,
}

impl Ctx<'_> {
    /// A path of the desk: `path("/activities")`.
    pub fn path(&self, below: &str) -> String {
        self.station.path(&format!("/desk{below}"))
    }

    pub fn when(&self) -> When {
        self.v.when(&self.station.zone)
    }

    pub fn t(&self, key: &str) -> String {
        self.v.t(&format!("activities-desk-{key}"))
    }
}
