//! One row per change of staff.
use diesel::prelude::*;

use crate::seasons::rules::Change;
use crate::seasons::schema::season_changes as x;
use crate::{ApplicationId, RoundId};
use kernel::db::Conn;
use kernel::db::types::{StationId, Ts};
use kernel::fault::Fault;
use kernel::on;

/// In their order.
pub fn of_round(c: &mut Conn, station: StationId, round: RoundId) -> Result<Vec<Change>, Fault> {
    let rows: Vec<(ApplicationId, i32, bool, String, Ts)> = on!(c, c => x::table
        .filter(x::station_id.eq(station).and(x::round_id.eq(round)))
        .order(x::place)
        .select((x::application_id, x::slot, x::gives, x::reason, x::at))
        .load(c))?;
    let change = |(application, slot, gives, reason, at): (ApplicationId, _, _, _, Ts)| Change {
        application: application.0,
        slot,
        gives,
        reason,
        at: at.0,
    };
    Ok(rows.into_iter().map(change).collect())
}

/// Adds one after `before` others.
pub fn insert(c: &mut Conn, station: StationId, round: RoundId, before: usize, new: &Change) -> Result<(), Fault> {
    let place = i32::try_from(before).unwrap_or(i32::MAX).saturating_add(1);
    let row = (
        (x::station_id.eq(station), x::round_id.eq(round), x::place.eq(place), x::slot.eq(new.slot)),
        (x::application_id.eq(ApplicationId(new.application)), x::gives.eq(new.gives)),
        (x::reason.eq(&new.reason), x::at.eq(Ts(new.at))),
    );
    on!(c, c => diesel::insert_into(x::table).values(row).execute(c))?;
    Ok(())
}
