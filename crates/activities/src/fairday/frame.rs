//! Who reads, and at which station.
use kernel::page::{Dock, Page};
use kernel::view::View;
use kernel::words::When;
use stations::Station;

/// What every public page of a fair stands in.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub v: &'a View,
    pub station: &'a Station,
}

impl<'a> Frame<'a> {
    pub fn when(&self) -> When {
        self.v.when(&self.station.zone)
    }

    /// A page that leads back to the station.
    pub fn page(&self, title: impl Into<String>) -> Page<'a> {
        Page::new(self.v, title)
            .place(self.station.place(self.v))
            .back(self.v.t("fairday-back"), self.station.path(""))
            .dock(Dock::Elsewhere)
    }
}

/// What every page of the desk needs.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    pub v: &'a View,
    pub station: &'a Station,
}

impl Ctx<'_> {
    /// A path of the desk: `path("/fair")`.
    pub fn path(&self, below: &str) -> String {
        self.station.path(&format!("/desk{below}"))
    }

    pub fn when(&self) -> When {
        self.v.when(&self.station.zone)
    }
}
