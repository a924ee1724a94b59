//! What every page of the desk is drawn with.
use jiff::Timestamp;
use kernel::page::Kind;
use kernel::view::View;
use kernel::words::When;
use stations::Station;

use crate::answers::{Category, Line};
use crate::rules::State;
use crate::says;

/// Who reads, and at which station.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    pub v: &'a View,
    pub station: &'a Station,
    /// Whether they read as a manager.
    pub manager: bool,
}

impl Ctx<'_> {
    /// A path below the inbox.
    pub fn path(&self, below: &str) -> String {
        path(self.station, below)
    }

    pub fn when(&self) -> When {
        self.v.when(&self.station.zone)
    }

    /// 6月27日 12:00
    pub fn instant(&self, at: Timestamp) -> String {
        let when = self.when();
        format!("{} {}", when.date_in_full(when.date(at)), when.time(at))
    }

    pub fn category(&self, category: Option<&Category>) -> String {
        category.map_or_else(|| self.v.t("opinions-category-none"), |c| says::category(self.v, c))
    }

    /// 2026-4827 · 道路
    pub fn name(&self, line: &Line) -> String {
        let category = self.category(line.category.as_ref());
        self.v.ta("opinions-desk-row", &[("number", line.number.as_str().into()), ("category", category.into())])
    }

    /// How it stands with its clock, as long as the station owes something; and how it stands otherwise.
    pub fn stands(&self, line: &Line) -> (Kind, String) {
        if !line.state.is_open() {
            return says::state(self.v, line.state);
        }
        let day = says::due_day(self.v, &self.when(), &line.due);
        let key = match line.state {
            _ if line.due.late => "opinions-desk-over",
            State::Received => "opinions-desk-due-screen",
            _ => "opinions-desk-due",
        };
        (if line.due.late { Kind::Stop } else { Kind::Away }, self.v.ta(key, &[("day", day.into())]))
    }
}

/// A path below the inbox.
pub fn path(station: &Station, below: &str) -> String {
    station.path(&format!("/desk/opinions{below}"))
}
