//! What pages of residents and of the desk show of series: bodies, the shell is theirs.
mod form;
mod dates;
mod edit;
mod samples;

pub use dates::{card, dates, facts, summary};
pub use edit::edit;
pub use form::{form, preview};
pub use samples::samples;

use kernel::view::View;
use stations::Station;

use crate::SeriesId;

/// Who reads, where, and under which address series lie there.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    pub v: &'a View,
    pub station: &'a Station,
    /// For whom: staff see more choices.
    pub staff: bool,
}

impl Ctx<'_> {
    fn at(&self, below: &str) -> String {
        let desk = if self.staff { "/desk" } else { "" };
        self.station.path(&format!("{desk}{below}"))
    }

    /// Where a form of a new series goes to.
    pub fn all(&self) -> String {
        self.at("/series")
    }

    /// The page of the form, without its values.
    pub fn form(&self, offering: &str) -> String {
        self.at(&format!("/series/new?offering={}", kernel::page::query_value(offering)))
    }

    pub fn one(&self, id: SeriesId) -> String {
        self.at(&format!("/series/{id}"))
    }

    pub fn date(&self, id: SeriesId, on: jiff::civil::Date) -> String {
        self.at(&format!("/series/{id}/dates/{on}"))
    }
}
