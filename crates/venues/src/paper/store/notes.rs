//! Lines of the paper that were in nobody's place.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::paper::schema::paper_notes as n;
use crate::rules::{AtomId, OfferingId, OnPaper, Span};
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

/// A line as it stood there.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub id: Id,
    pub offering: OfferingId,
    pub paper: OnPaper,
    pub guest_sealed: Option<Vec<u8>>,
    pub made_at: Timestamp,
}

pub fn insert(c: &mut Conn, station: StationId, note: &Note, by: StaffId) -> Result<(), Fault> {
    let paper = &note.paper;
    let row = (
        (n::station_id.eq(station), n::id.eq(note.id), n::offering_id.eq(note.offering), n::atom_id.eq(paper.place)),
        (n::starts_at.eq(Ts(paper.span.from)), n::ends_at.eq(Ts(paper.span.until))),
        (n::group_size.eq(paper.group.unwrap_or(1)), n::came.eq(paper.came)),
        (n::guest_sealed.eq(&note.guest_sealed), n::made_by.eq(by.0), n::made_at.eq(Ts(note.made_at))),
    );
    on!(c, c => diesel::insert_into(n::table).values(row).execute(c))?;
    Ok(())
}

type Row = ((Id, OfferingId, Option<AtomId>), (Ts, Ts, i32, bool), Option<Vec<u8>>, Ts);

fn to_note(((id, offering, place), (from, until, group, came), guest_sealed, made_at): Row) -> Result<Note, Fault> {
    let span = Span::new(from.0, until.0).ok_or_else(|| Fault::broken("a note that ends before it begins"))?;
    let paper = OnPaper { span, group: Some(group), place, came };
    Ok(Note { id, offering, paper, guest_sealed, made_at: made_at.0 })
}

/// Up to `most` notes of uses that began at `since` or later, the newest first.
pub fn made_since(c: &mut Conn, station: StationId, since: Timestamp, most: i64) -> Result<Vec<Note>, Fault> {
    let rows: Vec<Row> = on!(c, c => n::table
        .filter(n::station_id.eq(station).and(n::starts_at.ge(Ts(since))))
        .order((n::starts_at.desc(), n::id))
        .limit(most)
        .select((
            (n::id, n::offering_id, n::atom_id),
            (n::starts_at, n::ends_at, n::group_size, n::came),
            n::guest_sealed,
            n::made_at,
        ))
        .load(c))?;
    rows.into_iter().map(to_note).collect()
}

/// Takes the name out of up to `most` notes of uses that began before `before`. Returns how many.
pub fn forget_before(c: &mut Conn, before: Timestamp, most: i64) -> Result<usize, Fault> {
    let old: Vec<(StationId, Id)> = on!(c, c => n::table
        .filter(n::guest_sealed.is_not_null().and(n::starts_at.lt(Ts(before))))
        .limit(most)
        .select((n::station_id, n::id))
        .load(c))?;
    for (station, id) in &old {
        let row = n::table.find((*station, *id));
        on!(c, c => diesel::update(row).set(n::guest_sealed.eq(None::<Vec<u8>>)).execute(c))?;
    }
    Ok(old.len())
}
