//! What a station has decided about lending.
use diesel::prelude::*;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

use crate::rules::{DueMode, Kinds, Settings};
use crate::schema::library_settings as s;

type Row = ((i16, i16, i16, i16), i16, Option<i16>, i16, bool);

fn to_settings(station: StationId, row: Row) -> Result<Settings, Fault> {
    let ((most_items, loan_days, renewals, hold_days), kinds, block_days, mode, history) = row;
    let odd = || Fault::broken(format!("the days of station {station} are counted as nothing is"));
    let (kinds, due_mode) = (Kinds(kinds), DueMode::of(mode).ok_or_else(odd)?);
    Ok(Settings { most_items, loan_days, renewals, hold_days, kinds, block_days, due_mode, history })
}

/// What is usual, where nobody has decided.
pub fn of(c: &mut Conn, station: StationId) -> Result<Settings, Fault> {
    let row: Option<Row> = on!(c, c => s::table
        .find(station)
        .select((
            (s::most_items, s::loan_days, s::renewals, s::hold_days),
            s::kinds,
            s::block_days,
            s::due_mode,
            s::history,
        ))
        .first(c)
        .optional())?;
    row.map_or_else(|| Ok(Settings::default()), |row| to_settings(station, row))
}

macro_rules! values {
    ($one:expr) => {
        (
            (s::most_items.eq($one.most_items), s::loan_days.eq($one.loan_days), s::renewals.eq($one.renewals)),
            (s::hold_days.eq($one.hold_days), s::kinds.eq($one.kinds.0), s::block_days.eq($one.block_days)),
            (s::due_mode.eq($one.due_mode as i16), s::history.eq($one.history)),
        )
    };
}
pub(super) use values;

/// The number of the next copy stays what it is.
pub fn set(c: &mut Conn, station: StationId, one: &Settings) -> Result<(), Fault> {
    let row = (s::station_id.eq(station), s::next_barcode.eq(1), values!(one));
    let row = diesel::insert_into(s::table).values(row);
    on!(c, c => row.on_conflict(s::station_id).do_update().set(values!(one)).execute(c))?;
    Ok(())
}
