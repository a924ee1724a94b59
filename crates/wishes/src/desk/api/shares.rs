//! How many people of a village share what a card shows.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::once::Once;
use serde::Deserialize;
use stations::HereAsManager;

use super::sums::SharesShape;
use crate::acts;
use crate::asked::NewWishShare;
use crate::desk::{by, reads};
use crate::failures::{AtDesk, Changing, Looking};
use crate::rules::Kind;

/// What is known of how many people of a village could have wished for a kind of thing: where it is 20 or more, cards say the village.
/// Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/wishes/shares", tag = "wishes", operation_id = "wishShares",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = SharesShape, description = "The counts"), Looking, AtDesk))]
pub async fn all(HereAsManager(here): HereAsManager) -> Result<Json<SharesShape>, Wrong> {
    let all = reads::shares(&here).await?;
    Ok(Json(SharesShape::of(&all)))
}

/// Sets a count, in place of the one that was there. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/wishes/shares", tag = "wishes", operation_id = "setWishShare",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewWishShare, responses((status = 204, description = "Set"), Looking, AtDesk, Changing))]
pub async fn set(
    HereAsManager(here): HereAsManager,
    headers: HeaderMap,
    Body(new): Body<NewWishShare>,
) -> Result<StatusCode, Wrong> {
    let villages = reads::villages(&here).await?;
    let today = here.v.when(&here.desk.station.zone).today();
    let share = new.checked(&villages, today).map_err(|p| Problem::fields(&here.v, &p))?;
    let by = by(&here, Once::header(&headers).unwrap_or_default(), &new);
    let done = acts::set_share(&here.house, &here.desk.station, share, by).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Of which village and kind.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfVillage {
    pub village: i64,
    pub kind: Kind,
}

/// Removes a count: cards of that village and kind say the township only. Managers only.
#[utoipa::path(delete, path = "/stations/{slug}/desk/wishes/shares/{village}/{kind}", tag = "wishes", operation_id = "removeWishShare",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("village" = i64, Path), ("kind" = Kind, Path),
        ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 204, description = "Removed"), Looking, AtDesk, Changing))]
pub async fn remove(
    HereAsManager(here): HereAsManager,
    Values(OfVillage { village, kind }): Values<OfVillage>,
    headers: HeaderMap,
) -> Result<StatusCode, Wrong> {
    let by = by(&here, Once::header(&headers).unwrap_or_default(), &("remove", village, kind));
    acts::remove_share(&here.house, &here.desk.station, (village, kind), by).await?;
    Ok(StatusCode::NO_CONTENT)
}
