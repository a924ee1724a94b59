//! The pages of the months at the desk. Data in, pages out.
mod list;
mod correction;
mod samples;

use kernel::view::View;
use kernel::words::When;
use stations::Station;

pub use correction::{CorrectionPage, correction};
pub use list::{ListPage, list};
pub use samples::samples;

/// Who reads, and at which station.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub v: &'a View,
    pub station: &'a Station,
}

impl Frame<'_> {
    pub fn when(&self) -> When {
        self.v.when(&self.station.zone)
    }
}
