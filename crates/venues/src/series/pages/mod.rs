//! What pages of residents and of the desk show of series: bodies, the shell is theirs.
mod form;
mod dates;
mod edit;
mod samples;

pub use dates::{card, dates, facts, line_row, summary};
pub use edit::edit;
pub use form::{form, preview};
pub use samples::samples;

use kernel::db::types::Id;
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
    /// The club whose meetings these are: everything of them lies below its address, whoever reads.
    pub club: Option<Id>,
}

impl Ctx<'_> {
    fn at(&self, below: &str) -> String {
        match (self.club, self.staff) {
            (Some(club), _) => self.station.path(&format!("/clubs/{club}{below}")),
            (None, true) => self.station.path(&format!("/desk{below}")),
            (None, false) => self.station.path(below),
        }
    }

    /// Where the calendar of a series is; a club has one for all its meetings.
    fn calendar(&self, id: SeriesId) -> String {
        match self.club {
            Some(_) => self.at("/calendar.ics"),
            None => self.station.path(&format!("/series/{id}/calendar.ics")),
        }
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
