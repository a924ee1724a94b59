//! What remains for the figures.
use diesel::prelude::*;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::{Id, On, StationId};
use kernel::fault::Fault;
use kernel::on;

use crate::CategoryId;
use crate::rules::{Fact, Satisfied, State};
use crate::schema::opinion_facts as f;

/// A fact, of which month and about what.
pub type FactRow = (Date, Option<CategoryId>, Fact);
type Row = (On, Option<CategoryId>, i16, bool, bool, bool, Option<i16>);

pub fn add(c: &mut Conn, station: StationId, id: Id, (month, category, fact): &FactRow) -> Result<(), Fault> {
    let row = (
        (f::station_id.eq(station), f::id.eq(id), f::month.eq(On(*month)), f::category_id.eq(*category)),
        (f::state.eq(fact.state as i16), f::answered.eq(fact.answered), f::in_time.eq(fact.in_time)),
        (f::reached.eq(fact.reached), f::satisfied.eq(fact.satisfied.map(|s| s as i16))),
    );
    on!(c, c => diesel::insert_into(f::table).values(row).execute(c))?;
    Ok(())
}

/// Those of months whose first days lie between two days.
pub fn facts(c: &mut Conn, station: StationId, (first, last): (Date, Date)) -> Result<Vec<FactRow>, Fault> {
    let rows: Vec<Row> = on!(c, c => f::table
        .filter(f::station_id.eq(station).and(f::month.ge(On(first))).and(f::month.le(On(last))))
        .order((f::month, f::id))
        .select((f::month, f::category_id, f::state, f::answered, f::in_time, f::reached, f::satisfied))
        .load(c))?;
    let to = |(month, category, state, answered, in_time, reached, satisfied): Row| {
        let state = State::of(state).ok_or_else(|| Fault::broken("a fact has a state that there is not"))?;
        let satisfied = satisfied.and_then(Satisfied::of);
        Ok((month.0, category, Fact { state, answered, in_time, overdue: !answered, reached, satisfied }))
    };
    rows.into_iter().map(to).collect()
}
