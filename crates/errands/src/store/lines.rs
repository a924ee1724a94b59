//! Lines and desks, and which desk serves which line.
use diesel::prelude::*;

use crate::rules::{DeskId, Line, LineId, Name};
use crate::schema::{desk_lines as s, desks as d, lines as l};
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::on;

/// A desk of the hall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// The number on its sign.
    pub id: DeskId,
    /// Where it is.
    pub note: Name,
    /// What it serves, in the order of lines.
    pub lines: Vec<LineId>,
}

/// The station's lines, in their order.
pub fn lines(c: &mut Conn, station: StationId) -> Result<Vec<Line>, Fault> {
    type Row = (i32, String, String, String, String, String);
    let rows: Vec<Row> = on!(c, c => l::table
        .filter(l::station_id.eq(station).and(l::retired.eq(false)))
        .order(l::id)
        .select((l::id, l::slug, l::letter, l::name_zh, l::name_en, l::hours))
        .load(c))?;
    let to_line = |(id, slug, letter, zh, en, hours): Row| {
        let letter = letter.chars().next().ok_or_else(|| Fault::broken(format!("line {id} has no letter")))?;
        Ok(Line { id, slug, letter, name: Name { zh, en }, hours })
    };
    rows.into_iter().map(to_line).collect()
}

/// Whether the line is one that people can wait in.
pub fn is_used(c: &mut Conn, station: StationId, line: LineId) -> Result<bool, Fault> {
    let retired: Option<bool> = on!(c, c => l::table.find((station, line)).select(l::retired).first(c).optional())?;
    Ok(retired == Some(false))
}

pub fn add_line(c: &mut Conn, station: StationId, line: &Line) -> Result<(), Fault> {
    let row = (
        (l::station_id.eq(station), l::id.eq(line.id), l::slug.eq(&line.slug), l::letter.eq(line.letter.to_string())),
        (l::name_zh.eq(&line.name.zh), l::name_en.eq(&line.name.en), l::hours.eq(&line.hours), l::retired.eq(false)),
    );
    on!(c, c => diesel::insert_into(l::table).values(row).execute(c))?;
    Ok(())
}

/// The station's desks with what they serve, in the order of their signs.
pub fn desks(c: &mut Conn, station: StationId) -> Result<Vec<Desk>, Fault> {
    let rows: Vec<(DeskId, String, String)> = on!(c, c => d::table
        .filter(d::station_id.eq(station).and(d::retired.eq(false)))
        .order(d::id)
        .select((d::id, d::note_zh, d::note_en))
        .load(c))?;
    let served: Vec<(DeskId, LineId)> = on!(c, c => s::table
        .filter(s::station_id.eq(station))
        .order((s::desk_id, s::line_id))
        .select((s::desk_id, s::line_id))
        .load(c))?;
    let lines_of = |desk| served.iter().filter(|(d, _)| *d == desk).map(|(_, line)| *line).collect();
    let to_desk = |(id, zh, en)| Desk { id, note: Name { zh, en }, lines: lines_of(id) };
    Ok(rows.into_iter().map(to_desk).collect())
}

pub fn desk(c: &mut Conn, station: StationId, id: DeskId) -> Result<Desk, Fault> {
    desks(c, station)?.into_iter().find(|d| d.id == id).ok_or(Fault::NotFound)
}

/// The lines that a desk serves, in their order; none, if it is retired.
pub fn serves(c: &mut Conn, station: StationId, desk: DeskId) -> Result<Vec<LineId>, Fault> {
    Ok(on!(c, c => s::table
        .inner_join(d::table.on(d::station_id.eq(s::station_id).and(d::id.eq(s::desk_id))))
        .filter(s::station_id.eq(station).and(s::desk_id.eq(desk)).and(d::retired.eq(false)))
        .order(s::line_id)
        .select(s::line_id)
        .load(c))?)
}

pub fn add_desk(c: &mut Conn, station: StationId, desk: &Desk) -> Result<(), Fault> {
    let row = (
        (d::station_id.eq(station), d::id.eq(desk.id), d::note_zh.eq(&desk.note.zh), d::note_en.eq(&desk.note.en)),
        d::retired.eq(false),
    );
    on!(c, c => diesel::insert_into(d::table).values(row).execute(c))?;
    set_desk_lines(c, station, desk.id, &desk.lines)
}

/// From now on the desk serves these lines.
pub fn set_desk_lines(c: &mut Conn, station: StationId, desk: DeskId, lines: &[LineId]) -> Result<(), Fault> {
    let old = s::table.filter(s::station_id.eq(station).and(s::desk_id.eq(desk)));
    on!(c, c => diesel::delete(old).execute(c))?;
    let row = |line: &LineId| (s::station_id.eq(station), s::desk_id.eq(desk), s::line_id.eq(*line));
    let rows: Vec<_> = lines.iter().map(row).collect();
    on!(c, c => diesel::insert_into(s::table).values(&rows).execute(c))?;
    Ok(())
}
