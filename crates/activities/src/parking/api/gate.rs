//! A gate sensor, or whatever counts in its place: signed as text messages of officials are.
use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Problem, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::signed::is_signed;
use kernel::view::View;
use stations::At;

use super::shapes::CountedShape;
use crate::failures::{Changing, Looking};
use crate::parking::acts::{self, By};
use crate::parking::asked::ParkingGateEvent;
use crate::parking::reads;

/// A car passed a gate. It answers only where `message_secret` is set, and only to whoever signs with it; an event that is sent
/// again counts once.
#[utoipa::path(post, path = "/stations/{slug}/parking/events", tag = "parking", operation_id = "receiveParkingEvent",
    params(("slug" = String, Path, description = "The station's slug"),
        ("Yizhan-Signature" = Option<String>, Header, description = "HMAC-SHA-256 of the body with the shared secret, in hexadecimal digits")),
    request_body = ParkingGateEvent,
    responses((status = 200, description = "Every class of the lot with its count now", body = CountedShape),
        (status = 401, body = Problem, content_type = "application/problem+json", description = "The signature is not good"),
        Looking, Changing))]
pub async fn event(
    State(house): State<House>,
    v: View,
    at: At,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<CountedShape>, Wrong> {
    let secret = house.settings.message_secret.clone().filter(|s| !s.is_empty()).ok_or(Fault::NotFound)?;
    heard(&house, &v, &at, ((&secret, &headers), &body)).await.map(Json)
}

/// Takes one event that came with `headers`.
pub async fn heard(
    house: &House,
    v: &View,
    at: &At,
    ((secret, headers), body): ((&str, &HeaderMap), &[u8]),
) -> Result<CountedShape, Wrong> {
    if !is_signed(secret, headers, body) {
        return Err(Problem::new(StatusCode::UNAUTHORIZED, "bad-signature", v.t("parking-bad-signature")).into());
    }
    let unreadable = || Problem::new(StatusCode::BAD_REQUEST, "unreadable-request", v.t("fault-unreadable"));
    let sent: ParkingGateEvent = serde_json::from_slice(body).map_err(|_| unreadable())?;
    let tap = sent.checked(house.now()).map_err(|p| Problem::fields(v, &p))?;
    let found = reads::now(house, &at.station).await?;
    let mut lots = found.ground.iter().flat_map(|g| &g.lots);
    let lot = lots.find(|lot| lot.slug == sent.lot).map(|lot| lot.id).ok_or(Fault::NotFound)?;
    let done = acts::count(house, &at.station, (lot, vec![tap]), By::Sensor).await;
    Ok(CountedShape::of(&done.map_err(|not| Wrong::of(v, not))?))
}
