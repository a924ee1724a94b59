//! Closures and extra openings, and what becomes of the reservations that a closure hits.
use std::sync::Arc;

use crate::ReservationId;
use crate::rules::{Layer, LayerKind, Refusal, Span, State, VenueId};
use crate::store;
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

/// What a manager decides: which rooms, when, why, and whether those who are hit are cancelled and told.
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
    hold_all(c, station, closing.venue)?;
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
        for hit in store::hit_by(c, station.id, closing.venue, &closing.span, now)? {
            // Whoever is in there already has used the room until now; all others will not.
            let end = if hit.state_at(now) == State::CheckedIn { State::Completed } else { State::Cancelled };
            super::end(c, h, station, &hit, (end, now, By::Staff(staff.0)))?;
            let reason = v.pick(&layer.reason.zh, &layer.reason.en);
            tell::about(c, h, station, v, &hit, tell::News::Closed(reason))?;
            cancelled.push(hit.id);
        }
    }
    let data = serde_json::json!({ "venue": closing.venue, "kind": closing.kind, "hit": cancelled });
    event::record(c, station.id, now, By::Staff(staff.0), "opening.laid", &layer.id.to_string(), &data)?;
    Ok((layer.id, cancelled))
}

/// Takes a closure or an extra opening back. What it has cancelled stays cancelled.
pub async fn reopen(house: &House, station: &Arc<Station>, layer: Id, staff: StaffId) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        store::revoke_layer(c, station.id, layer, now)?;
        let by = By::Staff(staff.0);
        event::record(c, station.id, now, by, "opening.revoked", &layer.to_string(), &serde_json::json!({}))?;
        Ok::<_, Fault>(())
    };
    house.db.write(work).await
}

fn hold_all(c: &mut Conn, station: &Station, venue: Option<VenueId>) -> Result<(), Fault> {
    match venue {
        Some(venue) => store::hold(c, station.id, venue),
        None => {
            let mut ids: Vec<VenueId> = store::catalogue(c, station.id)?.venues.iter().map(|v| v.id).collect();
            ids.sort_unstable();
            ids.into_iter().try_for_each(|id| store::hold(c, station.id, id))
        }
    }
}
