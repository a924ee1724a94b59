//! What time, or somebody else's change, has decided and no row says yet.
use diesel::dsl::sum;
use diesel::prelude::*;
use jiff::Timestamp;

use super::signups::{Kept, Row, columns, to_kept};
use crate::OccurrenceId;
use crate::rules::{Joining, State as Takes};
use crate::schema::{activity_series as s, occurrences as o};
use crate::signups::rules::State;
use crate::signups::schema::signups as u;
use kernel::db::Conn;
use kernel::db::literal::Lit;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::{ChildId, PersonId};

type Times = Vec<(StationId, OccurrenceId)>;

/// Times of which a signup has lapsed.
pub fn lapsing(c: &mut Conn, now: Timestamp, most: i64) -> Result<Times, Fault> {
    Ok(on!(c, c => u::table
        .filter(u::lapses_at.is_not_null().and(u::lapses_at.le(Ts(now))).and(u::state.lt(Lit::<4>)))
        .select((u::station_id, u::occurrence_id))
        .distinct()
        .limit(most)
        .load(c))?)
}

/// Times to come for which somebody waits who would fit: more places were made.
pub fn for_whom_places_are_free(c: &mut Conn, now: Timestamp, most: i64) -> Result<Times, Fault> {
    let fits = o::capacity
        .is_null()
        .or((o::taken + diesel::dsl::sql::<diesel::sql_types::Integer>("seats")).nullable().le(o::capacity));
    Ok(on!(c, c => u::table
        .inner_join(o::table.on(o::station_id.eq(u::station_id).and(o::id.eq(u::occurrence_id))))
        .filter(u::state.lt(Lit::<4>).and(u::state.eq(State::Waiting as i16)).and(u::code_id.is_null()))
        .filter(o::state.eq(Takes::On as i16).and(o::starts_at.gt(Ts(now))))
        .filter(fits)
        .select((u::station_id, u::occurrence_id))
        .distinct()
        .limit(most)
        .load(c))?)
}

/// Times to come with people who take part in a draw that there will not be: who plans them lets people sign up instead.
pub fn no_longer_drawn(c: &mut Conn, now: Timestamp, most: i64) -> Result<Times, Fault> {
    Ok(on!(c, c => u::table
        .inner_join(o::table.on(o::station_id.eq(u::station_id).and(o::id.eq(u::occurrence_id))))
        .inner_join(s::table.on(s::station_id.eq(o::station_id).and(s::id.eq(o::series_id))))
        .filter(u::state.lt(Lit::<4>).and(u::state.eq(State::Entered as i16)))
        .filter(o::state.eq(Takes::On as i16).and(o::starts_at.gt(Ts(now))))
        .filter(s::joining.eq(Joining::SignUp as i16))
        .select((u::station_id, u::occurrence_id))
        .distinct()
        .limit(most)
        .load(c))?)
}

/// Times that were called off, with signups that stand.
pub fn called_off(c: &mut Conn, most: i64) -> Result<Times, Fault> {
    Ok(on!(c, c => u::table
        .inner_join(o::table.on(o::station_id.eq(u::station_id).and(o::id.eq(u::occurrence_id))))
        .filter(u::state.lt(Lit::<4>).and(o::state.eq(Takes::CalledOff as i16)))
        .select((u::station_id, u::occurrence_id))
        .distinct()
        .limit(most)
        .load(c))?)
}

/// Times that begin at another instant than somebody who is signed up knows.
pub fn moved(c: &mut Conn, now: Timestamp, most: i64) -> Result<Times, Fault> {
    Ok(on!(c, c => u::table
        .inner_join(o::table.on(o::station_id.eq(u::station_id).and(o::id.eq(u::occurrence_id))))
        .filter(u::state.lt(Lit::<4>).and(o::starts_at.ne(u::starts_at)).and(o::starts_at.gt(Ts(now))))
        .select((u::station_id, u::occurrence_id))
        .distinct()
        .limit(most)
        .load(c))?)
}

/// Who has a place at a time that begins before `until`, and was not reminded of it.
pub fn reminding(
    c: &mut Conn,
    (now, until): (Timestamp, Timestamp),
    most: i64,
) -> Result<Vec<(StationId, Kept)>, Fault> {
    let rows: Vec<(StationId, Row)> = on!(c, c => u::table
        .filter(u::state.lt(Lit::<4>).and(u::state.eq(State::In as i16)).and(u::code_id.is_null()))
        .filter(u::reminded.eq(false).and(u::starts_at.gt(Ts(now))).and(u::starts_at.le(Ts(until))))
        .order((u::starts_at, u::station_id, u::id))
        .limit(most)
        .select((u::station_id, columns!()))
        .load(c))?;
    rows.into_iter().map(|(station, row)| Ok((station, to_kept(row)?))).collect()
}

/// Takes everybody out of the signups for times that began before `before`. Returns how many named somebody.
pub fn forget_before(c: &mut Conn, before: Timestamp) -> Result<usize, Fault> {
    let named = u::person_id.is_not_null().or(u::name_sealed.is_not_null()).or(u::band.is_not_null());
    let nobody = (
        (u::person_id.eq(None::<PersonId>), u::child_id.eq(None::<ChildId>), u::band.eq(None::<i16>)),
        (u::name_sealed.eq(None::<Vec<u8>>), u::code_id.eq(None::<Id>)),
    );
    let old = u::table.filter(u::starts_at.lt(Ts(before))).filter(named);
    Ok(on!(c, c => diesel::update(old).set(nobody).execute(c))?)
}

/// How many places of a time were given away, and how many of those people were there.
pub fn to_count(c: &mut Conn, station: StationId, id: OccurrenceId) -> Result<(i64, i64), Fault> {
    let (seats, came): (Option<i64>, Option<i64>) = on!(c, c => u::table
        .filter(u::station_id.eq(station).and(u::occurrence_id.eq(id)).and(u::state.eq(State::In as i16)))
        .select((sum(u::seats), sum(u::came)))
        .first(c))?;
    Ok((seats.unwrap_or(0), came.unwrap_or(0)))
}
