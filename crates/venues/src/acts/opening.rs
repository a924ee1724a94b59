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
use kernel::outbox;
use kernel::refusal::Not;
use kernel::view::View;
use people::StaffId;
use stations::Station;

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
) -> Result<(Id, Vec<ReservationId>), Not<Refusal>> {
    let (h, station, v, now) = (house.clone(), station.clone(), v.clone(), house.now());
    let work = move |c: &mut Conn| {
        if closing.span.until <= now {
            return Err(Refusal::Past.into());
        }
        hold_all(c, &station, closing.venue)?;
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
                store::set_state(c, station.id, &hit, (State::Cancelled, None), now)?;
                store::note_end(c, &h, station.id, &hit, State::Cancelled, now)?;
                super::record(c, &station, (now, By::Staff(staff.0)), "reservation.cancelled", hit.id, hit.venue)?;
                tell(c, &h, &station, &v, (&hit, &layer))?;
                cancelled.push(hit.id);
            }
        }
        let data = serde_json::json!({ "venue": closing.venue, "kind": closing.kind, "hit": cancelled.len() });
        event::record(c, station.id, now, By::Staff(staff.0), "opening.laid", &layer.id.to_string(), &data)?;
        Ok::<_, Not<Refusal>>((layer.id, cancelled))
    };
    house.db.write(work).await
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

/// Tells whoever is hit, if there is a phone. Others stay on the manager's list of whom to call.
fn tell(
    c: &mut Conn,
    house: &House,
    station: &Station,
    v: &View,
    (hit, layer): (&store::Reservation, &Layer),
) -> Result<(), Fault> {
    let Some(person) = hit.person else { return Ok(()) };
    let Some(phone) = people::phone_of(c, house, person)? else { return Ok(()) };
    let when = v.when(&station.zone);
    let text = v.ta(
        "venues-message-closed",
        &[
            ("station", station.name(v).into()),
            ("when", when.day_and_times(hit.span.from, hit.span.until).into()),
            ("reason", v.pick(&layer.reason.zh, &layer.reason.en).into()),
        ],
    );
    outbox::post(c, house, station.id, "reservation-cancelled", (phone.full(), &text), house.now())?;
    Ok(())
}
