//! What is retired and what hangs on it; lines and desks as managers write them.
use diesel::prelude::*;

use super::rules::{Hangs, What};
use crate::rules::{DeskId, Line, Name};
use crate::schema::{desks as d, lines as l, matters as m, officials as o, ticket_matters as x, tickets as t};
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use kernel::on;

/// Something that is retired: its number, and how it was called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retired {
    pub what: What,
    pub id: i32,
    pub name: Name,
}

/// What is retired, line by line, in the order of numbers.
pub fn retired(c: &mut Conn, station: StationId) -> Result<Vec<Retired>, Fault> {
    let lines: Vec<(i32, String, String)> = on!(c, c => l::table
        .filter(l::station_id.eq(station).and(l::retired.eq(true)))
        .order(l::id)
        .select((l::id, l::name_zh, l::name_en))
        .load(c))?;
    let desks: Vec<(i32, String, String)> = on!(c, c => d::table
        .filter(d::station_id.eq(station).and(d::retired.eq(true)))
        .order(d::id)
        .select((d::id, d::note_zh, d::note_en))
        .load(c))?;
    let matters: Vec<(i32, String, String)> = on!(c, c => m::table
        .filter(m::station_id.eq(station).and(m::retired.eq(true)))
        .order(m::id)
        .select((m::id, m::name_zh, m::name_en))
        .load(c))?;
    let officials: Vec<(i32, String, String)> = on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::retired.eq(true)))
        .order(o::id)
        .select((o::id, o::name, o::name))
        .load(c))?;
    let each = [lines, desks, matters, officials];
    let one = |what, (id, zh, en): (i32, String, String)| Retired { what, id, name: Name { zh, en } };
    Ok(What::ALL.into_iter().zip(each).flat_map(|(what, all)| all.into_iter().map(move |row| one(what, row))).collect())
}

/// Whether it is retired; `NotFound` if there is no such thing.
pub fn is_retired(c: &mut Conn, station: StationId, (what, id): (What, i32)) -> Result<bool, Fault> {
    Ok(match what {
        What::Line => on!(c, c => l::table.find((station, id)).select(l::retired).first(c))?,
        What::Desk => on!(c, c => d::table.find((station, id)).select(d::retired).first(c))?,
        What::Matter => on!(c, c => m::table.find((station, id)).select(m::retired).first(c))?,
        What::Official => on!(c, c => o::table.find((station, id)).select(o::retired).first(c))?,
    })
}

pub fn set_retired(c: &mut Conn, station: StationId, (what, id): (What, i32), now: bool) -> Result<(), Fault> {
    match what {
        What::Line => on!(c, c => diesel::update(l::table.find((station, id))).set(l::retired.eq(now)).execute(c))?,
        What::Desk => on!(c, c => diesel::update(d::table.find((station, id))).set(d::retired.eq(now)).execute(c))?,
        What::Matter => on!(c, c => diesel::update(m::table.find((station, id))).set(m::retired.eq(now)).execute(c))?,
        // Who is no official any more declares nothing: neither signed in nor by text message.
        What::Official => on!(c, c => diesel::update(o::table.find((station, id)))
            .set((o::retired.eq(now), o::staff_id.eq(None::<Id>), o::phone_hash.eq(None::<Vec<u8>>)))
            .execute(c))?,
    };
    Ok(())
}

/// What hangs on it now.
pub fn hangs(c: &mut Conn, station: StationId, (what, id): (What, i32)) -> Result<Hangs, Fault> {
    Ok(match what {
        What::Line => Hangs {
            tickets: on!(c, c => t::table
                .filter(t::station_id.eq(station).and(t::state.lt(Lit::<8>)))
                .filter(t::waits_in.eq(id).or(t::line_id.eq(id)))
                .count()
                .get_result(c))?,
            matters: of_line(c, station, id)?,
            ..Hangs::default()
        },
        What::Desk => Hangs {
            tickets: on!(c, c => t::table
                .filter(t::station_id.eq(station).and(t::state.lt(Lit::<8>)).and(t::desk_id.eq(id)))
                .count()
                .get_result(c))?,
            officials: on!(c, c => o::table
                .filter(o::station_id.eq(station).and(o::retired.eq(false)).and(o::desk_id.eq(id)))
                .order(o::id)
                .select(o::name)
                .load(c))?,
            ..Hangs::default()
        },
        What::Matter => Hangs {
            tickets: on!(c, c => x::table
                .inner_join(t::table.on(t::station_id.eq(x::station_id).and(t::id.eq(x::ticket_id))))
                .filter(t::station_id.eq(station).and(t::state.lt(Lit::<8>)).and(x::matter_id.eq(id)))
                .count()
                .get_result(c))?,
            ..Hangs::default()
        },
        What::Official => Hangs {
            tickets: on!(c, c => t::table
                .filter(t::station_id.eq(station).and(t::state.lt(Lit::<8>)).and(t::official_id.eq(id)))
                .count()
                .get_result(c))?,
            matters: of_official(c, station, id)?,
            ..Hangs::default()
        },
    })
}

fn of_line(c: &mut Conn, station: StationId, line: i32) -> Result<Vec<Name>, Fault> {
    let rows: Vec<(String, String)> = on!(c, c => m::table
        .filter(m::station_id.eq(station).and(m::retired.eq(false)).and(m::line_id.eq(line)))
        .order(m::id)
        .select((m::name_zh, m::name_en))
        .load(c))?;
    Ok(rows.into_iter().map(|(zh, en)| Name { zh, en }).collect())
}

fn of_official(c: &mut Conn, station: StationId, id: i32) -> Result<Vec<Name>, Fault> {
    let rows: Vec<(String, String)> = on!(c, c => m::table
        .filter(m::station_id.eq(station).and(m::retired.eq(false)))
        .filter(m::official_id.eq(id).or(m::stand_in_id.eq(id)))
        .order(m::id)
        .select((m::name_zh, m::name_en))
        .load(c))?;
    Ok(rows.into_iter().map(|(zh, en)| Name { zh, en }).collect())
}

/// Who and what a matter needs to be done: its line, and those who do it.
pub fn needs(c: &mut Conn, station: StationId, matter: i32) -> Result<Vec<(What, i32)>, Fault> {
    let (line, official, stand_in): (i32, Option<i32>, Option<i32>) =
        on!(c, c => m::table.find((station, matter)).select((m::line_id, m::official_id, m::stand_in_id)).first(c))?;
    let who = [official, stand_in].into_iter().flatten().map(|id| (What::Official, id));
    Ok(std::iter::once((What::Line, line)).chain(who).collect())
}

/// Number, address and letter of every line that there ever was.
pub fn lines_ever(c: &mut Conn, station: StationId) -> Result<Vec<(i32, String, String)>, Fault> {
    Ok(on!(c, c => l::table
        .filter(l::station_id.eq(station))
        .order(l::id)
        .select((l::id, l::slug, l::letter))
        .load(c))?)
}

/// Writes a line's name and hours anew. Its letter and address stay: they stand on slips and posters.
pub fn set_line(c: &mut Conn, station: StationId, line: &Line) -> Result<(), Fault> {
    on!(c, c => diesel::update(l::table.find((station, line.id)))
        .set((l::name_zh.eq(&line.name.zh), l::name_en.eq(&line.name.en), l::hours.eq(&line.hours)))
        .execute(c))?;
    Ok(())
}

/// Whether a desk of this number was ever there.
pub fn desk_ever(c: &mut Conn, station: StationId, desk: DeskId) -> Result<bool, Fault> {
    let found: Option<DeskId> = on!(c, c => d::table.find((station, desk)).select(d::id).first(c).optional())?;
    Ok(found.is_some())
}

pub fn set_note(c: &mut Conn, station: StationId, (desk, note): (DeskId, &Name)) -> Result<(), Fault> {
    on!(c, c => diesel::update(d::table.find((station, desk)))
        .set((d::note_zh.eq(&note.zh), d::note_en.eq(&note.en)))
        .execute(c))?;
    Ok(())
}
