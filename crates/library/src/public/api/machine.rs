//! One scan at the machine in the hall.
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use kernel::api::{Body, Problem, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::View;

use super::shapes::{DidShape, ScannedShape, ShelfShape, TitleShape};
use crate::failures::{AtDesk, Changing, Looking};
use crate::public::asked::MachineScan;
use crate::public::kiosk::{self, Done, Scan};
use crate::public::web::{AtMachine, known};

/// What is lent comes back; what stands there is lent to the household whose card is sent along. For whoever works
/// here: the machine itself uses its page, and the cookie that makes a device the kiosk is not sent to this address.
#[utoipa::path(post, path = "/stations/{slug}/kiosk/library", tag = "library", operation_id = "scanAtKiosk",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = MachineScan,
    responses((status = 200, description = "What was done", body = ScannedShape), Looking, AtDesk, Changing))]
pub async fn scan(
    State(house): State<House>,
    v: View,
    at: AtMachine,
    headers: HeaderMap,
    Body(sent): Body<MachineScan>,
) -> Result<Json<ScannedShape>, Wrong> {
    if !at.may {
        return Err(Fault::StaffSignInFirst.into());
    }
    let sent = sent.checked().map_err(|problems| Problem::fields(&v, &problems))?;
    let scan = Scan { code: sent.code, card: sent.card.filter(|card| !card.trim().is_empty()), ..Scan::default() };
    let done = kiosk::scan(&house, &at.station, scan, Once::header(&headers).unwrap_or_default()).await;
    let done = done.map_err(|not| Wrong::of(&v, not))?;
    let shown = known(&house, &at.station, &done).await?;
    let did = match done {
        Done::Lent { .. } => DidShape::Lent,
        Done::Back { .. } => DidShape::Returned,
        Done::AsksCard { .. } | Done::Same { .. } => DidShape::CardWanted,
        Done::Known => DidShape::CardRead,
    };
    let (due_on, kept) = match done {
        Done::Lent { due_on, .. } => (Some(due_on), false),
        Done::Back { kept, .. } => (None, kept),
        Done::AsksCard { .. } | Done::Same { .. } | Done::Known => (None, false),
    };
    let shelf = shown.shelf.as_ref().filter(|_| did == DidShape::Returned);
    Ok(Json(ScannedShape {
        did,
        title: shown.title.as_ref().map(|title| TitleShape::of(&at.station, title)),
        shelf: shelf.map(|shelf| ShelfShape::of(&v, &at.station, shelf)),
        kept_for_somebody: kept,
        due_on,
    }))
}
