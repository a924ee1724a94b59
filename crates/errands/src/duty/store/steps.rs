//! The log of a question: added to, never changed but for words that are forgotten.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::duty::QuestionId;
use crate::duty::rules::Step;
use crate::duty::schema::first_asked_steps as s;
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub number: i32,
    pub step: Step,
    pub at: Timestamp,
    /// Nobody = time.
    pub by: Option<StaffId>,
    /// Who takes it over, or who is there at the promised time.
    pub other: Option<StaffId>,
    pub promised_at: Option<Timestamp>,
    pub words_sealed: Option<Vec<u8>>,
}

type Row = (i32, i16, Ts, Option<StaffId>, Option<StaffId>, Option<Ts>, Option<Vec<u8>>);

pub fn add(c: &mut Conn, station: StationId, item: QuestionId, made: &Made) -> Result<(), Fault> {
    let row = (
        (s::station_id.eq(station), s::item_id.eq(item), s::number.eq(made.number), s::kind.eq(made.step as i16)),
        (s::at.eq(Ts(made.at)), s::staff_id.eq(made.by), s::other_id.eq(made.other)),
        (s::promised_at.eq(made.promised_at.map(Ts)), s::words_sealed.eq(&made.words_sealed)),
    );
    on!(c, c => diesel::insert_into(s::table).values(row).execute(c))?;
    Ok(())
}

/// All steps of a question, the first first.
pub fn of_item(c: &mut Conn, station: StationId, item: QuestionId) -> Result<Vec<Made>, Fault> {
    let rows: Vec<Row> = on!(c, c => s::table
        .filter(s::station_id.eq(station).and(s::item_id.eq(item)))
        .order(s::number)
        .select((s::number, s::kind, s::at, s::staff_id, s::other_id, s::promised_at, s::words_sealed))
        .load(c))?;
    let made = |(number, kind, at, by, other, promised_at, words_sealed): Row| {
        let step = Step::of(kind).ok_or_else(|| Fault::broken(format!("question {item} has a step {kind}")))?;
        Ok(Made { number, step, at: at.0, by, other, promised_at: promised_at.map(|t| t.0), words_sealed })
    };
    rows.into_iter().map(made).collect()
}
