//! The numbers of a station's copies, one after the other. The row stays locked until the transaction ends, so that no number is
//! given twice.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use super::settings::values;
use crate::rules::Settings;
use crate::schema::library_settings as s;

/// The first of the next `n` numbers.
pub fn next(c: &mut Conn, station: StationId, n: i32) -> Result<i32, Fault> {
    let usual = Settings::default();
    let row = (s::station_id.eq(station), s::next_barcode.eq(1 + n), values!(usual));
    let row = diesel::insert_into(s::table).values(row);
    let after: i32 = on!(c, c => row
        .on_conflict(s::station_id)
        .do_update()
        .set(s::next_barcode.eq(s::next_barcode + n))
        .returning(s::next_barcode)
        .get_result(c))?;
    Ok(after - n)
}

/// From now on numbers are larger than `used`, which stands on a copy that came with it.
pub fn above(c: &mut Conn, station: StationId, used: i32) -> Result<(), Fault> {
    next(c, station, 0)?;
    let low = s::table.filter(s::station_id.eq(station).and(s::next_barcode.le(used)));
    on!(c, c => diesel::update(low).set(s::next_barcode.eq(used + 1)).execute(c))?;
    Ok(())
}

/// The next number of every station, for checks.
pub fn every(c: &mut Conn) -> Result<Vec<(StationId, i32)>, Fault> {
    Ok(on!(c, c => s::table.select((s::station_id, s::next_barcode)).load(c))?)
}
