//! Who reads, and at which station: as on the other public pages of the crate, and as at its desk.
use kernel::page::Page;

pub use crate::desk::Ctx;
pub use crate::frame::Frame;

impl<'a> Frame<'a> {
    /// A page of a fair: it leads back to the station.
    pub fn fair_page(&self, title: impl Into<String>) -> Page<'a> {
        self.shell(title).back(self.v.t("fairday-back"), self.station.path(""))
    }
}
