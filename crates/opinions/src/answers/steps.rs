//! Histories, as each reader sees them.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::StaffId;
use stations::Station;

use super::dues::day_of;
use super::opened::unsealed;
use super::types::{Byline, SeenStep, Viewed};
use crate::OpinionId;
use crate::rules::Step;
use crate::store::{self, Event};

fn desk(event: &Event) -> Option<String> {
    Some(event.desk.clone()).filter(|desk| !desk.is_empty())
}

/// For whoever has the receipt: no name of staff, no note between them.
pub(super) fn for_reporter(
    c: &mut Conn,
    house: &House,
    station: &Station,
    id: OpinionId,
) -> Result<Vec<SeenStep>, Fault> {
    let all = store::events(c, station.id, id)?;
    let shown = all.into_iter().filter(|e| e.step.is_for_reporter());
    let to = |event: Event| {
        let by = match event.by_kind {
            1 => Byline::Reporter,
            2 => Byline::Station { desk: desk(&event), name: None },
            _ => Byline::Time,
        };
        let text = unsealed(house, event.text_sealed.as_deref())?;
        Ok(SeenStep { at: event.at, step: event.step, by, text, to: None })
    };
    shown.map(to).collect()
}

/// For whoever looks after it: what the reporter did has a day and no time.
pub(super) fn for_staff(c: &mut Conn, house: &House, station: &Station, id: OpinionId) -> Result<Vec<SeenStep>, Fault> {
    let mut steps = vec![];
    for event in store::events(c, station.id, id)? {
        let name = event.by.map(|by| people::staff_name(c, by)).transpose()?.flatten();
        let by = match event.by_kind {
            1 => Byline::Reporter,
            2 => Byline::Station { desk: desk(&event), name },
            _ => Byline::Time,
        };
        let at = if by == Byline::Reporter { beginning(station, event.at)? } else { event.at };
        let given = event.to.filter(|_| event.step == Step::Assigned).map(StaffId);
        let to = given.map(|to| people::staff_name(c, to)).transpose()?.flatten();
        let text = unsealed(house, event.text_sealed.as_deref())?;
        steps.push(SeenStep { at, step: event.step, by, text, to });
    }
    Ok(steps)
}

fn beginning(station: &Station, at: Timestamp) -> Result<Timestamp, Fault> {
    let day = day_of(station, at).to_zoned_datetime(station.zone.clone()).map_err(Fault::broken)?;
    Ok(day.timestamp())
}

/// Who of staff looked.
pub(super) fn viewers(c: &mut Conn, station: &Station, id: OpinionId) -> Result<Vec<Viewed>, Fault> {
    let mut all = vec![];
    for viewer in store::viewers(c, station.id, id)? {
        let name = people::staff_name(c, viewer.staff)?.unwrap_or_default();
        let desk = Some(viewer.desk).filter(|desk| !desk.is_empty());
        all.push(Viewed { at: viewer.at, name, desk, look: viewer.look });
    }
    Ok(all)
}
