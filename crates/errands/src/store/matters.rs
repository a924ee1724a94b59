//! 事项 and the versions of their checklists.
use std::collections::HashMap;

use diesel::prelude::*;
use jiff::Timestamp;

use crate::rules::{Draft, Matter, MatterId, Name, Paper, Ways};
use crate::schema::{matter_versions as v, matters as m};
use kernel::db::Conn;
use kernel::db::types::{Id, Json, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

type Row =
    ((MatterId, String, String, String, String), (i32, Option<i32>, Option<i32>, i16, i16), (String, String, i32));

macro_rules! columns {
    () => {
        (
            (m::id, m::slug, m::name_zh, m::name_en, m::words),
            (m::line_id, m::official_id, m::stand_in_id, m::minutes, m::ways),
            (m::note_zh, m::note_en, m::version),
        )
    };
}

fn to_matter((what, who, how): Row, papers: Vec<Paper>) -> Matter {
    let (id, slug, zh, en, words) = what;
    let (line, official, stand_in, minutes, ways) = who;
    let (note_zh, note_en, version) = how;
    let draft = Draft {
        slug,
        name: Name { zh, en },
        words: words.split_whitespace().map(str::to_owned).collect(),
        line,
        official,
        stand_in,
        minutes,
        ways: Ways::of_bits(ways),
        note: Name { zh: note_zh, en: note_en },
        papers,
    };
    Matter { id, version, draft }
}

/// What the station does, each with the newest version of its checklist, in the order in which they were written down.
pub fn matters(c: &mut Conn, station: StationId) -> Result<Vec<Matter>, Fault> {
    listed(c, station, false)
}

/// The same with those that are no longer done: tickets of earlier days were for them.
pub fn matters_ever(c: &mut Conn, station: StationId) -> Result<Vec<Matter>, Fault> {
    listed(c, station, true)
}

fn listed(c: &mut Conn, station: StationId, retired_too: bool) -> Result<Vec<Matter>, Fault> {
    let rows: Vec<Row> = on!(c, c => m::table
        .filter(m::station_id.eq(station))
        .filter(m::retired.eq(false).or(m::retired.eq(retired_too)))
        .order(m::id)
        .select(columns!())
        .load(c))?;
    let lists: Vec<(MatterId, i32, Json)> = on!(c, c => v::table
        .filter(v::station_id.eq(station))
        .select((v::matter_id, v::version, v::papers))
        .load(c))?;
    let mut lists: HashMap<(MatterId, i32), Json> = lists.into_iter().map(|(id, n, list)| ((id, n), list)).collect();
    rows.into_iter()
        .map(|row| {
            let papers = lists.remove(&(row.0.0, row.2.2)).map(|list| list.read()).transpose()?;
            Ok(to_matter(row, papers.unwrap_or_default()))
        })
        .collect()
}

/// What a version of a checklist said.
pub fn papers_of(c: &mut Conn, station: StationId, matter: MatterId, version: i32) -> Result<Vec<Paper>, Fault> {
    let list: Json = on!(c, c => v::table.find((station, matter, version)).select(v::papers).first(c))?;
    list.read()
}

fn add_version(
    c: &mut Conn,
    station: StationId,
    (matter, version): (MatterId, i32),
    papers: &[Paper],
    (at, by): (Timestamp, Option<Id>),
) -> Result<(), Fault> {
    let row = (
        (v::station_id.eq(station), v::matter_id.eq(matter), v::version.eq(version)),
        (v::papers.eq(Json::of(&papers)?), v::made_at.eq(Ts(at)), v::made_by.eq(by)),
    );
    on!(c, c => diesel::insert_into(v::table).values(row).execute(c))?;
    Ok(())
}

pub fn add_matter(
    c: &mut Conn,
    station: StationId,
    id: MatterId,
    draft: &Draft,
    how: (Timestamp, Option<Id>),
) -> Result<(), Fault> {
    let row = (
        (m::station_id.eq(station), m::id.eq(id), m::slug.eq(&draft.slug)),
        (m::name_zh.eq(&draft.name.zh), m::name_en.eq(&draft.name.en), m::words.eq(draft.words.join(" "))),
        (m::line_id.eq(draft.line), m::official_id.eq(draft.official), m::stand_in_id.eq(draft.stand_in)),
        (m::minutes.eq(draft.minutes), m::ways.eq(draft.ways.bits()), m::version.eq(1), m::retired.eq(false)),
        (m::note_zh.eq(&draft.note.zh), m::note_en.eq(&draft.note.en)),
    );
    on!(c, c => diesel::insert_into(m::table).values(row).execute(c))?;
    add_version(c, station, (id, 1), &draft.papers, how)
}

/// Writes a matter anew. Its checklist becomes a new version if it says something else.
pub fn edit_matter(
    c: &mut Conn,
    station: StationId,
    old: &Matter,
    draft: &Draft,
    how: (Timestamp, Option<Id>),
) -> Result<(), Fault> {
    let version = old.version + i32::from(old.draft.papers != draft.papers);
    if version != old.version {
        add_version(c, station, (old.id, version), &draft.papers, how)?;
    }
    on!(c, c => diesel::update(m::table.find((station, old.id)))
        .set((
            (m::name_zh.eq(&draft.name.zh), m::name_en.eq(&draft.name.en), m::words.eq(draft.words.join(" "))),
            (m::line_id.eq(draft.line), m::official_id.eq(draft.official), m::stand_in_id.eq(draft.stand_in)),
            (m::minutes.eq(draft.minutes), m::ways.eq(draft.ways.bits()), m::version.eq(version)),
            (m::note_zh.eq(&draft.note.zh), m::note_en.eq(&draft.note.en), m::slug.eq(&draft.slug)),
        ))
        .execute(c))?;
    Ok(())
}

/// The largest number of a matter, also of those that are no longer done; 0 without any.
pub fn last_matter(c: &mut Conn, station: StationId) -> Result<MatterId, Fault> {
    let last: Option<MatterId> = on!(c, c => m::table
        .filter(m::station_id.eq(station))
        .order(m::id.desc())
        .select(m::id)
        .first(c)
        .optional())?;
    Ok(last.unwrap_or(0))
}
