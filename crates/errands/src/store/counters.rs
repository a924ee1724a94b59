//! A day of a line: the row that whoever draws or calls holds, so that numbers have no gaps and turns no races.
use diesel::prelude::*;
use jiff::civil::Date;

use crate::rules::LineId;
use crate::schema::line_days as d;
use kernel::db::Conn;
use kernel::db::literal::Fixed;
use kernel::db::types::{On, StationId};
use kernel::fault::Fault;
use kernel::{hold as hold_rows, on};

/// How far a line's day has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counter {
    pub line: LineId,
    /// How many with priority were called in a row.
    pub favoured: i16,
}

/// Holds the days of `lines`, in their order, and reads them.
pub fn hold(c: &mut Conn, station: StationId, day: Date, lines: &[LineId]) -> Result<Vec<Counter>, Fault> {
    for line in lines {
        let first = (
            (d::station_id.eq(station), d::on_day.eq(On(day)), d::line_id.eq(*line)),
            (d::last.eq(0), d::favoured.eq(0_i16)),
        );
        on!(c, c => diesel::insert_into(d::table).values(first).on_conflict_do_nothing().execute(c))?;
    }
    let all = || {
        d::table
            .filter(d::station_id.eq(station).and(d::on_day.eq(On(day))).and(d::line_id.eq_any(lines.to_vec())))
            .order(d::line_id)
            .select((d::line_id, d::favoured))
    };
    hold_rows!(c, all())?;
    let rows: Vec<(LineId, i16)> = on!(c, c => all().load(c))?;
    Ok(rows.into_iter().map(|(line, favoured)| Counter { line, favoured }).collect())
}

/// The next number of a line's day. The row stays locked until the commit, so what is undone leaves no gap.
pub fn count(c: &mut Conn, station: StationId, day: Date, line: LineId) -> Result<i32, Fault> {
    let first = (
        (d::station_id.eq(station), d::on_day.eq(On(day)), d::line_id.eq(line)),
        (d::last.eq(1), d::favoured.eq(0_i16)),
    );
    Ok(on!(c, c => Fixed(
        diesel::insert_into(d::table)
            .values(first)
            .on_conflict((d::station_id, d::on_day, d::line_id))
            .do_update()
            .set(d::last.eq(d::last + 1))
            .returning(d::last)
    ).get_result::<i32>(c))?)
}

pub fn set_favoured(c: &mut Conn, station: StationId, day: Date, line: LineId, favoured: i16) -> Result<(), Fault> {
    let row = d::table.find((station, On(day), line));
    on!(c, c => diesel::update(row).set(d::favoured.eq(favoured)).execute(c))?;
    Ok(())
}

/// How many with priority were called in a row in each of `lines`; for a look, nothing is held.
pub fn favoured(c: &mut Conn, station: StationId, day: Date, lines: &[LineId]) -> Result<Vec<(LineId, i16)>, Fault> {
    Ok(on!(c, c => d::table
        .filter(d::station_id.eq(station).and(d::on_day.eq(On(day))).and(d::line_id.eq_any(lines.to_vec())))
        .select((d::line_id, d::favoured))
        .load(c))?)
}
