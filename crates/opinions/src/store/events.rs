//! Histories, and who looked.
use diesel::dsl::max;
use diesel::prelude::*;
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

use crate::OpinionId;
use crate::rules::{Look, Step};
use crate::schema::{opinion_events as e, opinion_viewers as w};

/// One line of a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub at: Timestamp,
    pub step: Step,
    /// 0 time, 1 whoever left it, 2 staff.
    pub by_kind: i16,
    pub by: Option<StaffId>,
    pub desk: String,
    pub to: Option<Id>,
    pub text_sealed: Option<Vec<u8>>,
}

type Row = (Ts, i16, i16, Option<StaffId>, String, Option<Id>, Option<Vec<u8>>);

/// Appends. The opinion is held: nobody else takes the number meanwhile.
pub fn add(c: &mut Conn, station: StationId, opinion: OpinionId, new: &Event) -> Result<(), Fault> {
    let last: Option<i32> = on!(c, c => e::table
        .filter(e::station_id.eq(station).and(e::opinion_id.eq(opinion)))
        .select(max(e::number))
        .first(c))?;
    let row = (
        (e::station_id.eq(station), e::opinion_id.eq(opinion), e::number.eq(last.unwrap_or(0) + 1)),
        (e::at.eq(Ts(new.at)), e::step.eq(new.step as i16), e::by_kind.eq(new.by_kind), e::by_id.eq(new.by)),
        (e::desk.eq(&new.desk), e::to_id.eq(new.to), e::text_sealed.eq(&new.text_sealed)),
    );
    on!(c, c => diesel::insert_into(e::table).values(row).execute(c))?;
    Ok(())
}

/// The whole history, the oldest first.
pub fn events(c: &mut Conn, station: StationId, opinion: OpinionId) -> Result<Vec<Event>, Fault> {
    let rows: Vec<Row> = on!(c, c => e::table
        .filter(e::station_id.eq(station).and(e::opinion_id.eq(opinion)))
        .order(e::number)
        .select((e::at, e::step, e::by_kind, e::by_id, e::desk, e::to_id, e::text_sealed))
        .load(c))?;
    let to = |(at, step, by_kind, by, desk, to, text_sealed): Row| {
        let step = Step::of(step).ok_or_else(|| Fault::broken("an opinion's history has a step that there is not"))?;
        Ok(Event { at: at.0, step, by_kind, by, desk, to, text_sealed })
    };
    rows.into_iter().map(to).collect()
}

/// Takes the history and the list of viewers away.
pub fn forget_texts(c: &mut Conn, station: StationId, opinion: OpinionId) -> Result<(), Fault> {
    let of = e::table.filter(e::station_id.eq(station).and(e::opinion_id.eq(opinion)));
    on!(c, c => diesel::delete(of).execute(c))?;
    let of = w::table.filter(w::station_id.eq(station).and(w::opinion_id.eq(opinion)));
    on!(c, c => diesel::delete(of).execute(c))?;
    Ok(())
}

/// Somebody of staff who looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    pub staff: StaffId,
    pub look: Look,
    pub at: Timestamp,
    pub desk: String,
}

/// Notes a look. Twice in a quarter of an hour is once.
pub fn looked(c: &mut Conn, station: StationId, opinion: OpinionId, viewer: &Viewer) -> Result<(), Fault> {
    let row = (
        (w::station_id.eq(station), w::opinion_id.eq(opinion), w::staff_id.eq(viewer.staff)),
        (w::look.eq(viewer.look as i16), w::at.eq(Ts(viewer.at)), w::desk.eq(&viewer.desk)),
    );
    on!(c, c => diesel::insert_into(w::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Who looked, the oldest first.
pub fn viewers(c: &mut Conn, station: StationId, opinion: OpinionId) -> Result<Vec<Viewer>, Fault> {
    let rows: Vec<(StaffId, i16, Ts, String)> = on!(c, c => w::table
        .filter(w::station_id.eq(station).and(w::opinion_id.eq(opinion)))
        .order((w::at, w::staff_id, w::look))
        .select((w::staff_id, w::look, w::at, w::desk))
        .load(c))?;
    let to = |(staff, look, at, desk): (StaffId, i16, Ts, String)| {
        let look = Look::of(look).ok_or_else(|| Fault::broken("somebody looked in a way that there is not"))?;
        Ok(Viewer { staff, look, at: at.0, desk })
    };
    rows.into_iter().map(to).collect()
}
