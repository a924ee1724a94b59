//! Who serves at the station, as another slice knows it.
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use people::StaffId;

use crate::ports::{Official, Ports};

/// Everybody who serves there: for the list “about whom”.
pub fn officials(c: &mut Conn, ports: Ports, station: StationId) -> Result<Vec<Official>, Fault> {
    (ports.officials)(c, station)
}

/// At which desk somebody of staff sits.
pub(crate) fn seat(c: &mut Conn, ports: Ports, station: StationId, staff: StaffId) -> Result<Option<String>, Fault> {
    let all = officials(c, ports, station)?;
    Ok(all.into_iter().find(|o| o.staff == Some(staff)).and_then(|o| o.desk))
}
