//! When the program was away.
use diesel::prelude::*;
use jiff::Timestamp;

use crate::paper::rules::Outage;
use crate::paper::schema::outages as o;
use crate::rules::Span;
use kernel::db::Conn;
use kernel::db::types::{Id, StationId, Ts};
use kernel::fault::Fault;
use kernel::on;
use people::StaffId;

pub fn insert(c: &mut Conn, station: StationId, outage: &Outage, (by, now): (StaffId, Timestamp)) -> Result<(), Fault> {
    let row = (
        (o::station_id.eq(station), o::id.eq(outage.id), o::made_by.eq(by.0), o::made_at.eq(Ts(now))),
        (o::starts_at.eq(Ts(outage.span.from)), o::ends_at.eq(Ts(outage.span.until))),
    );
    on!(c, c => diesel::insert_into(o::table).values(row).execute(c))?;
    Ok(())
}

fn to_outage((id, from, until): (Id, Ts, Ts)) -> Result<Outage, Fault> {
    let span = Span::new(from.0, until.0).ok_or_else(|| Fault::broken("an outage that ends before it begins"))?;
    Ok(Outage { id, span })
}

/// Those that touch `window` and were not taken back, the earliest first.
pub fn between(c: &mut Conn, station: StationId, window: &Span) -> Result<Vec<Outage>, Fault> {
    let rows: Vec<(Id, Ts, Ts)> = on!(c, c => o::table
        .filter(o::station_id.eq(station).and(o::revoked_at.is_null()))
        .filter(o::ends_at.gt(Ts(window.from)).and(o::starts_at.lt(Ts(window.until))))
        .order((o::starts_at, o::id))
        .select((o::id, o::starts_at, o::ends_at))
        .load(c))?;
    rows.into_iter().map(to_outage).collect()
}

/// One outage, and whether it was taken back.
pub fn by_id(c: &mut Conn, station: StationId, id: Id) -> Result<(Outage, bool), Fault> {
    let (row, revoked_at): ((Id, Ts, Ts), Option<Ts>) = on!(c, c => o::table
        .find((station, id))
        .select(((o::id, o::starts_at, o::ends_at), o::revoked_at))
        .first(c))?;
    Ok((to_outage(row)?, revoked_at.is_some()))
}

pub fn revoke(c: &mut Conn, station: StationId, id: Id, now: Timestamp) -> Result<(), Fault> {
    on!(c, c => diesel::update(o::table.find((station, id))).set(o::revoked_at.eq(Ts(now))).execute(c))?;
    Ok(())
}
