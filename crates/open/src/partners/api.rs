//! The same acts for programs.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use kernel::api::{Api, At as Values, Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::once::Once;
use kernel::routes;
use serde::Serialize;
use stations::{HereAsManager, Named};
use utoipa::ToSchema;

use super::asked::NewPartner;
use crate::answers::{self, Partner};
use crate::{PartnerId, acts};

kernel::failures! {
    /// What every call here may answer.
    pub Managing {
        400: "The request cannot be read",
        401: "Nobody of staff is signed in",
        404: "There is no such station where you are a manager, or nothing of that name there",
        503: "Too much to do, or the database is away: nothing was changed; try again",
    }

    /// What every change may answer beside [`Managing`].
    pub Giving {
        409: "So many keys are in use already",
        413: "The body is too large",
        415: "The body is not JSON",
        422: "The name cannot be so; `fields` say why. Or the key was used for another request",
        429: "Too much from one address; `Retry-After` says when to try again",
    }
}

pub fn api() -> Api {
    Api::new().routes(routes!(list, issue)).routes(routes!(withdraw))
}

/// A partner with a key for the GeoReport interface.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenPartner)]
struct PartnerShape {
    #[schema(value_type = String, format = Uuid)]
    id: PartnerId,
    name: String,
    /// The last letters of the key.
    key_end: String,
    #[schema(value_type = String, format = DateTime)]
    made_at: Timestamp,
    /// When the key stopped working.
    #[schema(value_type = Option<String>, format = DateTime)]
    withdrawn_at: Option<Timestamp>,
}

impl PartnerShape {
    fn of(one: Partner) -> PartnerShape {
        let Partner { id, name, key_end, made_at, withdrawn_at } = one;
        PartnerShape { id, name, key_end, made_at, withdrawn_at }
    }
}

/// A key that was just given.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpenPartnerKey)]
struct KeyShape {
    #[schema(value_type = String, format = Uuid)]
    id: PartnerId,
    /// The `api_key` for the GeoReport interface. It is told this once.
    key: String,
}

/// Partners with a key, those in use first. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/partners", tag = "desk", operation_id = "openPartners",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = [PartnerShape], description = "Partners"), Managing))]
async fn list(HereAsManager(here): HereAsManager) -> Result<Json<Vec<PartnerShape>>, Wrong> {
    let station = here.desk.station.clone();
    let all = here.house.db.read(move |c: &mut Conn| answers::partners(c, &station)).await?;
    Ok(Json(all.into_iter().map(PartnerShape::of).collect()))
}

/// Gives a partner a key for the GeoReport interface. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/partners", tag = "desk", operation_id = "issueOpenKey",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewPartner,
    responses((status = 201, body = KeyShape, description = "The key"), Managing, Giving))]
async fn issue(
    HereAsManager(here): HereAsManager,
    headers: HeaderMap,
    Body(new): Body<NewPartner>,
) -> Result<(StatusCode, Json<KeyShape>), Wrong> {
    let name = new.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &name);
    let done = acts::issue(&here.house, &here.desk.station, name, (here.staff(), once)).await;
    let issued = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, Json(KeyShape { id: issued.id, key: issued.key })))
}

/// Takes a partner's key back; it stops working at once. Managers only.
#[utoipa::path(delete, path = "/stations/{slug}/partners/{id}", tag = "desk", operation_id = "withdrawOpenKey",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "It does not work any more"), Managing,
        (status = 429, body = Problem, content_type = "application/problem+json",
            description = "Too much from one address; `Retry-After` says when to try again")))]
async fn withdraw(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<PartnerId>>,
) -> Result<StatusCode, Wrong> {
    acts::withdraw(&here.house, &here.desk.station, id, here.staff()).await?;
    Ok(StatusCode::NO_CONTENT)
}
