//! The code of a reservation.
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use kernel::api::Wrong;
use kernel::house::House;
use kernel::once::Once;
use kernel::view::View;
use serde::Serialize;
use utoipa::ToSchema;

use crate::door::acts;
use crate::public::api::failures::{Changing, Reading, SignedIn, wrong};
use crate::public::forms::written;
use crate::public::who::Asked;

/// Six digits, and when they open the door.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DoorCode)]
pub struct CodeShape {
    #[schema(example = "482913", pattern = "^[0-9]{6}$")]
    code: String,
    #[schema(format = DateTime)]
    from: String,
    #[schema(format = DateTime)]
    until: String,
}

/// Shows the code that opens the door for a reservation.
///
/// The first time it is the one that went out in the message. After that it can be read nowhere: a new one is made, and the
/// old one opens nothing any more. `Idempotency-Key` makes repetition safe. A room whose door has no codes answers 404.
#[utoipa::path(post, path = "/stations/{slug}/reservations/{id}/door-code", tag = "doors", operation_id = "showDoorCode",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 200, description = "The code", body = CodeShape), Reading, SignedIn, Changing))]
pub async fn show(
    State(house): State<House>,
    v: View,
    asked: Asked,
    headers: HeaderMap,
) -> Result<Json<CodeShape>, Wrong> {
    let once = Once::header(&headers).map(|key| acts::asked_once(key, asked.actor, asked.id));
    let shown = acts::show_code(&house, &asked.station, asked.id, asked.actor, once).await;
    let shown = shown.map_err(|not| wrong(&v, &asked.station, not, vec![]))?;
    let time = |at| written(at, &asked.station.zone);
    Ok(Json(CodeShape { code: shown.digits, from: time(shown.opens.from), until: time(shown.opens.until) }))
}
