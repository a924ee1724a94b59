//! What devices sent, once each.
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

use crate::lending::rules::log::{Kind, Outcome};
use crate::schema::library_log as g;

/// An entry as its row says.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The device's own.
    pub id: Id,
    pub staff: StaffId,
    pub kind: Kind,
    pub barcode: String,
    pub happened_at: Timestamp,
    pub received_at: Timestamp,
    pub outcome: Outcome,
}

/// What became of an entry, if it came before.
pub fn outcome(c: &mut Conn, station: StationId, id: Id) -> Result<Option<Outcome>, Fault> {
    let number: Option<i16> = on!(c, c => g::table.find((station, id)).select(g::outcome).first(c).optional())?;
    let odd = || Fault::broken(format!("log entry {id} has an outcome that there is not"));
    number.map(|number| Outcome::of(number).ok_or_else(odd)).transpose()
}

/// Keeps an entry. One that came at the same moment by another way is a [`Fault::Clash`]: the later one runs again and finds it.
pub fn insert(c: &mut Conn, station: StationId, new: &Kept) -> Result<(), Fault> {
    let row = (
        (g::station_id.eq(station), g::id.eq(new.id), g::staff_id.eq(new.staff), g::kind.eq(new.kind as i16)),
        (g::barcode.eq(&new.barcode), g::happened_at.eq(Ts(new.happened_at)), g::received_at.eq(Ts(new.received_at))),
        g::outcome.eq(new.outcome as i16),
    );
    match on!(c, c => diesel::insert_into(g::table).values(row).execute(c)).map_err(Fault::from) {
        Err(Fault::AlreadyThere(what)) => Err(Fault::Clash(what)),
        kept => kept.map(|_| ()),
    }
}

/// Forgets up to `most` entries that came before an instant. Returns how many.
pub fn forget_old(c: &mut Conn, before: Timestamp, most: i64) -> Result<usize, Fault> {
    let old: Vec<(StationId, Id)> = on!(c, c => g::table
        .filter(g::received_at.lt(Ts(before)))
        .limit(most)
        .select((g::station_id, g::id))
        .load(c))?;
    for key in &old {
        on!(c, c => diesel::delete(g::table.find(*key)).execute(c))?;
    }
    Ok(old.len())
}
