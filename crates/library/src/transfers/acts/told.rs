//! Both stations are told of each step.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use people::StaffId;
use serde_json::json;

use crate::TransferId;

/// What both are told: of which transfer, what, by whom and when.
#[derive(Clone, Copy)]
pub struct Told {
    /// Where it is done.
    pub here: StationId,
    pub there: StationId,
    pub id: TransferId,
    pub kind: &'static str,
    pub staff: StaffId,
    pub now: Timestamp,
}

impl Told {
    /// Writes both events: that of the station `here`, whose staff did it, and that of the other one, which does not learn who.
    pub fn tell(self, c: &mut Conn) -> Result<(), Fault> {
        self.before(c)?;
        self.after(c)
    }

    /// Before anything else is written at the station `here`: the numbers of two stations' changes are taken in the order of their
    /// keys, so that no two transfers wait for each other.
    pub fn before(self, c: &mut Conn) -> Result<(), Fault> {
        if self.there < self.here { self.write(c, self.there, By::Program) } else { Ok(()) }
    }

    /// After everything else was.
    pub fn after(self, c: &mut Conn) -> Result<(), Fault> {
        self.write(c, self.here, By::Staff(self.staff.0))?;
        if self.here < self.there { self.write(c, self.there, By::Program) } else { Ok(()) }
    }

    fn write(self, c: &mut Conn, station: StationId, by: By) -> Result<(), Fault> {
        event::record(c, station, self.now, by, self.kind, &self.id.to_string(), &json!({}))?;
        Ok(())
    }
}
