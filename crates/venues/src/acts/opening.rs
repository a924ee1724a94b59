//! Closures and extra openings, and what becomes of the reservations that a closure hits.
use std::sync::Arc;

use crate::rules::{Layer, LayerKind, Refusal, Span, State, VenueId};
use crate::store;
use crate::{ReservationId, offers};
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use kernel::view::View;
use people::StaffId;
use stations::Station;

use super::tell;
use crate::offers::Gone;

/// What a manager decides: which rooms, when, why, and whether those who are hit are cancelled, told and offered
/// something else.
#[derive(Debug, Clone)]
pub struct Closing {
    /// `None` = the whole station.
    pub venue: Option<VenueId>,
    pub kind: LayerKind,
    pub span: Span,
    pub reason: crate::rules::Name,
    pub cancel_hit: bool,
}

/// Lays a closure or an extra opening. Returns its id and whom it has cancelled.
pub async fn close_or_open(
    house: &House,
    station: &Arc<Station>,
    v: &View,
    closing: Closing,
    staff: StaffId,
    once: Option<Once>,
) -> Result<(Id, Vec<ReservationId>), Not<Refusal>> {
    let (h, station, v, now) = (house.clone(), station.clone(), v.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| lay(c, &h, &station, &v, (&closing, staff)))
    };
    house.db.write(work).await
}

fn lay(
    c: &mut Conn,
    h: &House,
    station: &Station,
    v: &View,
    (closing, staff): (&Closing, StaffId),
) -> Result<(Id, Vec<ReservationId>), Not<Refusal>> {
    let now = h.now();
    if closing.span.until <= now {
        return Err(Refusal::Past.into());
    }
    // Whoever is hit may be moved to any room.
    let venues = hold_all(c, station)?;
    let layer = Layer {
        id: h.new_id(),
        venue: closing.venue,
        kind: closing.kind,
        span: closing.span,
        reason: closing.reason.clone(),
    };
    store::insert_layer(c, station.id, &layer, staff.0)?;
    let mut cancelled = vec![];
    if closing.kind == LayerKind::Closed && closing.cancel_hit {
        cancelled = take(c, h, station, v, (&layer, staff))?;
    }
    let data = serde_json::json!({ "venue": closing.venue, "kind": closing.kind, "hit": cancelled });
    event::record(c, station.id, now, By::Staff(staff.0), "opening.laid", &layer.id.to_string(), &data)?;
    offers::fill_all(c, h, station, &venues, now)?;
    Ok((layer.id, cancelled))
}

/// Ends what the closure hits and offers each the next best place. Returns what has ended.
fn take(
    c: &mut Conn,
    h: &House,
    station: &Station,
    v: &View,
    (layer, staff): (&Layer, StaffId),
) -> Result<Vec<ReservationId>, Fault> {
    let now = h.now();
    let (mut ended, mut lost) = (vec![], vec![]);
    for hit in store::hit_by(c, station.id, layer.venue, &layer.span, now)? {
        // Whoever is in there already has used the room until now; all others will not.
        let in_there = hit.state_at(now) == State::CheckedIn;
        let end = if in_there { State::Completed } else { State::Cancelled };
        super::end(c, h, station, &hit, (end, now, By::Staff(staff.0)))?;
        ended.push(hit.id);
        match in_there {
            true => {
                tell::about(c, h, station, v, &hit, tell::News::Closed(v.pick(&layer.reason.zh, &layer.reason.en)))?
            }
            false => lost.push(hit),
        }
    }
    offers::displace(c, h, station, Gone { layer, reason: &layer.reason.zh }, lost, now)?;
    Ok(ended)
}

/// Takes a closure or an extra opening back. What it has cancelled stays cancelled.
pub async fn reopen(house: &House, station: &Arc<Station>, layer: Id, staff: StaffId) -> Result<(), Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let venues = hold_all(c, &station)?;
        store::revoke_layer(c, station.id, layer, now)?;
        let by = By::Staff(staff.0);
        event::record(c, station.id, now, by, "opening.revoked", &layer.to_string(), &serde_json::json!({}))?;
        offers::fill_all(c, &h, &station, &venues, now)
    };
    house.db.write(work).await
}

/// Holds all venues of the station, in one order as everywhere.
fn hold_all(c: &mut Conn, station: &Station) -> Result<Vec<VenueId>, Fault> {
    let mut ids: Vec<VenueId> = store::catalogue(c, station.id)?.venues.iter().map(|v| v.id).collect();
    ids.sort_unstable();
    ids.iter().try_for_each(|id| store::hold(c, station.id, *id))?;
    Ok(ids)
}
