//! 我也有心愿.
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Body, Problem, Wrong};
use kernel::house::House;
use kernel::once::Once;
use kernel::view::{Peer, View};
use stations::At;

use crate::acts;
use crate::asked::NewWishAsk;
use crate::failures::{Changing, Looking};

/// Leaves a name and a number of somebody who is 18 or older, for a coordinator to call about a wish of their own. What they wish is
/// not asked here. Wishes of minors are taken at the station.
#[utoipa::path(post, path = "/stations/{slug}/wishes/asks", tag = "wishes", operation_id = "askAboutWish", security(()),
    params(("slug" = String, Path, description = "The station's slug"),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewWishAsk,
    responses((status = 204, description = "A coordinator will call"), Looking, Changing))]
pub async fn ask(
    State(house): State<House>,
    v: View,
    (at, peer): (At, Peer),
    headers: HeaderMap,
    Body(asked): Body<NewWishAsk>,
) -> Result<StatusCode, Wrong> {
    let ask = asked.checked().map_err(|problems| Problem::fields(&v, &problems))?;
    let once = acts::once(&house, Once::header(&headers).unwrap_or_default(), "", &asked);
    acts::ask_to_be_called(&house, &peer, &at.station, ask, once).await?;
    Ok(StatusCode::NO_CONTENT)
}
