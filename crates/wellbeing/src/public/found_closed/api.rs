//! The same for programs. Paths are relative to `/api/v1`.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Api, Wrong};
use kernel::house::House;
use kernel::once::Once;
use kernel::routes;
use kernel::view::{Peer, View};
use stations::At;

use crate::door::{self, PromiseShape, answers};

pub fn api() -> Api {
    Api::new().routes(routes!(promise)).routes(routes!(found))
}

kernel::failures! {
    /// What every call may answer.
    pub Looking {
        404: "There is no such station",
        503: "Too much to do, or the database is away: nothing was changed; try again",
    }

    /// What a press may answer beside that.
    pub Pressing {
        409: "Nobody promised that the door is open now; the problem says when it opens",
        429: "Too many presses from one address or at one station; `Retry-After` says when to try again",
    }
}

/// What is promised of the door today.
#[utoipa::path(get, path = "/stations/{slug}/door", tag = "wellbeing", operation_id = "doorPromise",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, body = PromiseShape, description = "Today's hours"), Looking))]
async fn promise(State(house): State<House>, at: At) -> Result<Json<PromiseShape>, Wrong> {
    let promise = answers::promise(&house, &at.station, house.now())?;
    Ok(Json(PromiseShape::of(&promise)))
}

/// Says that somebody stood before the door and it was closed, in hours for which it was promised to be open. It counts once for each
/// quarter of an hour, however many say so. Who it was is neither asked nor kept; a repeated key is remembered in memory only.
#[utoipa::path(post, path = "/stations/{slug}/door/found-closed", tag = "wellbeing", operation_id = "foundDoorClosed", security(()),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    responses((status = 204, description = "Counted"), Looking, Pressing))]
async fn found(
    State(house): State<House>,
    v: View,
    (at, peer): (At, Peer),
    headers: HeaderMap,
) -> Result<StatusCode, Wrong> {
    let done = door::found_closed(&house, &at.station, (peer, Once::header(&headers))).await;
    done.map_err(|not| Wrong::of(&v, not))?;
    Ok(StatusCode::NO_CONTENT)
}
