//! The log of a visit: added to, never changed but for words that are forgotten.
use diesel::prelude::*;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::deputies::VisitId;
use crate::deputies::rules::Step;
use crate::deputies::schema::reception_steps as s;
use kernel::db::Conn;
use kernel::db::types::{On, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub number: i32,
    pub step: Step,
    pub at: Timestamp,
    /// Who of staff wrote it; nobody = the resident, or time.
    pub by: Option<StaffId>,
    pub office: Option<i32>,
    pub reply_by: Option<Date>,
    pub words_sealed: Option<Vec<u8>>,
}

type Row = (i32, i16, Ts, Option<StaffId>, Option<i32>, Option<On>, Option<Vec<u8>>);

pub fn add(c: &mut Conn, station: StationId, visit: VisitId, made: &Made) -> Result<(), Fault> {
    let row = (
        (s::station_id.eq(station), s::visit_id.eq(visit), s::number.eq(made.number), s::kind.eq(made.step as i16)),
        (s::at.eq(Ts(made.at)), s::staff_id.eq(made.by), s::owner_id.eq(made.office)),
        (s::reply_by.eq(made.reply_by.map(On)), s::words_sealed.eq(&made.words_sealed)),
    );
    on!(c, c => diesel::insert_into(s::table).values(row).execute(c))?;
    Ok(())
}

/// All steps of a visit, the first first.
pub fn of_visit(c: &mut Conn, station: StationId, visit: VisitId) -> Result<Vec<Made>, Fault> {
    let rows: Vec<Row> = on!(c, c => s::table
        .filter(s::station_id.eq(station).and(s::visit_id.eq(visit)))
        .order(s::number)
        .select((s::number, s::kind, s::at, s::staff_id, s::owner_id, s::reply_by, s::words_sealed))
        .load(c))?;
    let made = |(number, kind, at, by, office, reply_by, words_sealed): Row| {
        let step = Step::of(kind).ok_or_else(|| Fault::broken(format!("reception {visit} has a step {kind}")))?;
        Ok(Made { number, step, at: at.0, by, office, reply_by: reply_by.map(|on| on.0), words_sealed })
    };
    rows.into_iter().map(made).collect()
}
