//! Who acts, where and when, and what every change of a time passes.
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use stations::{Rooms, Station, Taking};

use crate::store::{self, Occurrence, Series};

/// What the slice is handed by the program and by its own other groups.
#[derive(Clone, Copy)]
pub struct Ports {
    pub rooms: Rooms,
    /// What else becomes of a time that changes, in the same transaction: who has a place is told.
    pub follows: &'static [Follow],
}

/// From the one to the other; the series is as it is afterwards.
pub type Follow = fn(&mut Conn, &Doing<'_>, &Series, (&Occurrence, &Occurrence)) -> Result<(), Fault>;

/// What every act needs to know of its surroundings.
#[derive(Clone, Copy)]
pub struct Doing<'a> {
    pub house: &'a House,
    pub station: &'a Station,
    pub ports: Ports,
    pub now: Timestamp,
    pub by: By,
}

impl Doing<'_> {
    pub fn today(&self) -> Date {
        stations::wall(self.now, &self.station.zone).date()
    }

    pub(super) fn taking<'b>(&'b self, called: &'b str) -> Taking<'b> {
        Taking { house: self.house, station: self.station, now: self.now, by: self.by, called }
    }

    pub(super) fn record(
        &self,
        c: &mut Conn,
        kind: &str,
        id: impl ToString,
        data: &serde_json::Value,
    ) -> Result<(), Fault> {
        event::record(c, self.station.id, self.now, self.by, kind, &id.to_string(), data).map(|_| ())
    }

    /// Keeps what a time has become, if it has become anything else.
    pub(super) fn keep(
        &self,
        c: &mut Conn,
        series: &Series,
        before: &Occurrence,
        mut after: Occurrence,
    ) -> Result<bool, Fault> {
        if *before == after {
            return Ok(false);
        }
        after.sequence = before.sequence + 1;
        after.changed_at = self.now;
        if after.starts_at != before.starts_at {
            after.announced_at = self.now;
        }
        store::set_occurrence(c, self.station.id, &after)?;
        for follow in self.ports.follows {
            follow(c, self, series, (before, &after))?;
        }
        Ok(true)
    }
}
