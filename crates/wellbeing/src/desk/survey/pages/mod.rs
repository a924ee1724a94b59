//! The pages of surveys at the desk. Data in, pages out.
mod list;
mod new;
mod survey;
mod steps;
mod result;
mod households;
mod ballots;
mod answer;
mod samples;

use kernel::page::Page as Shell;
use kernel::view::View;
use kernel::words::When;
use stations::Station;

pub use answer::{AnswerPage, ask, paper, thanks};
pub use ballots::{Ballots, ballots};
pub use households::{ListPage, households, list as list_form};
pub use list::top;
pub use new::{NewPage, new};
pub use samples::samples;
pub use survey::{SurveyPage, survey, title};

/// Who reads, at which station, and whether they are a manager.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub v: &'a View,
    pub station: &'a Station,
    pub manages: bool,
}

impl<'a> Frame<'a> {
    pub fn when(&self) -> When {
        self.v.when(&self.station.zone)
    }

    /// A page without the desk around it: for paper, and for whoever is handed the screen.
    pub fn bare(&self, title: String) -> Shell<'a> {
        Shell::new(self.v, title).place(self.station.place(self.v))
    }
}
