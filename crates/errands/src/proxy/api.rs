//! The JSON API of consents, as the pages have it. Paths are relative to `/api/v1`.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{Api, At as Values, Body, Problem, Wrong};
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use kernel::routes;
use kernel::view::View;
use people::Resident;
use serde::{Deserialize, Serialize};
use stations::{At, Station};
use utoipa::ToSchema;

use super::answers::Seen;
use super::asked::{NewConsentAtDesk, NewConsentOfMine};
use super::rules::{How, Kind, NoProxy, State as Stands};
use super::{ConsentId, acts, reads, says};
use crate::acts::Actor;
use crate::desk::api::failures::{Changing, Reading};
use crate::desk::api::shapes::DrawnTicket;
use crate::desk::here::{Here, Named};

pub fn api() -> Api {
    Api::new()
        .routes(routes!(agree))
        .routes(routes!(show))
        .routes(routes!(withdraw))
        .routes(routes!(holding, agree_at_desk))
        .routes(routes!(withdraw_at_desk))
        .routes(routes!(draw))
}

/// A consent, for whoever gave it and for the desk.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProxyConsent)]
pub struct ConsentShape {
    #[schema(value_type = String, format = Uuid)]
    id: ConsentId,
    state: Stands,
    /// The slug of the matter.
    matter: Option<String>,
    /// Whose matter it is.
    name: Option<String>,
    /// Who acts.
    proxy: Option<String>,
    kind: Kind,
    how: How,
    /// The last day on which it holds.
    #[schema(format = Date)]
    until: String,
}

impl ConsentShape {
    fn of(seen: &Seen) -> ConsentShape {
        ConsentShape {
            id: seen.kept.id,
            state: seen.state,
            matter: seen.matter.as_ref().map(|m| m.draft.slug.clone()),
            name: seen.name.clone(),
            proxy: seen.proxy.clone(),
            kind: seen.kept.kind,
            how: seen.kept.how,
            until: seen.kept.until.to_string(),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProxyConsents)]
pub struct ConsentsShape {
    consents: Vec<ConsentShape>,
}

fn wrong(v: &View, station: &Station, not: Not<NoProxy>) -> Wrong {
    Wrong::said(not, |refusal| says::said(v, station, refusal))
}

/// Agrees that somebody does a matter for you.
#[utoipa::path(post, path = "/stations/{slug}/proxies", tag = "errands", operation_id = "agreeToProxy",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = NewConsentOfMine,
    responses((status = 201, body = ConsentShape, description = "Agreed"), Reading, Changing))]
async fn agree(
    State(house): State<House>,
    v: View,
    (at, resident): (At, Resident),
    headers: HeaderMap,
    Body(new): Body<NewConsentOfMine>,
) -> Result<(StatusCode, Json<ConsentShape>), Wrong> {
    let new = new.checked(Actor::Person(resident.id)).map_err(|p| Problem::fields(&v, &p))?;
    let once = Once::header(&headers).map(|key| Once::new(key, &resident.id.to_string(), &new.key(&house)));
    let id = acts::agree(&house, &at.station, new, once).await.map_err(|not| wrong(&v, &at.station, not))?;
    let seen = reads::own(&house, &at.station, (id, resident.id)).await?;
    Ok((StatusCode::CREATED, Json(ConsentShape::of(&seen))))
}

/// A consent of one's own.
#[utoipa::path(get, path = "/stations/{slug}/proxies/{id}", tag = "errands", operation_id = "proxyConsent",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = ConsentShape, description = "As it stands now"), Reading))]
async fn show(
    State(house): State<House>,
    (at, resident): (At, Resident),
    Values(Named { id }): Values<Named<ConsentId>>,
) -> Result<Json<ConsentShape>, Wrong> {
    Ok(Json(ConsentShape::of(&reads::own(&house, &at.station, (id, resident.id)).await?)))
}

/// Takes a consent of one's own back. A number that was drawn under it and still waits is given back.
#[utoipa::path(post, path = "/stations/{slug}/proxies/{id}/withdrawal", tag = "errands", operation_id = "withdrawProxyConsent",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = ConsentShape, description = "As it stands now"), Reading))]
async fn withdraw(
    State(house): State<House>,
    (at, resident): (At, Resident),
    Values(Named { id }): Values<Named<ConsentId>>,
) -> Result<Json<ConsentShape>, Wrong> {
    acts::withdraw(&house, &at.station, id, Actor::Person(resident.id)).await?;
    Ok(Json(ConsentShape::of(&reads::own(&house, &at.station, (id, resident.id)).await?)))
}

/// What holds at the station now.
#[utoipa::path(get, path = "/stations/{slug}/desk/proxies", tag = "desk", operation_id = "proxyConsents",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = ConsentsShape, description = "The newest first"), Reading))]
async fn holding(here: Here) -> Result<Json<ConsentsShape>, Wrong> {
    let all = reads::holding(&here.house, &here.desk.station).await?;
    Ok(Json(ConsentsShape { consents: all.iter().map(ConsentShape::of).collect() }))
}

/// Writes down what somebody said at the desk, on the telephone or on paper.
#[utoipa::path(post, path = "/stations/{slug}/desk/proxies", tag = "desk", operation_id = "agreeToProxyAtDesk",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = NewConsentAtDesk,
    responses((status = 201, body = ConsentShape, description = "Written down"), Reading, Changing))]
async fn agree_at_desk(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewConsentAtDesk>,
) -> Result<(StatusCode, Json<ConsentShape>), Wrong> {
    let new = new.checked(Actor::Staff(here.staff())).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &new.key(&here.house));
    let done = acts::agree(&here.house, &here.desk.station, new, once).await;
    let id = done.map_err(|not| wrong(&here.v, &here.desk.station, not))?;
    let seen = reads::consent(&here.house, &here.desk.station, id).await?;
    Ok((StatusCode::CREATED, Json(ConsentShape::of(&seen))))
}

/// Takes a consent back for whoever gave it.
#[utoipa::path(post, path = "/stations/{slug}/desk/proxies/{id}/withdrawal", tag = "desk", operation_id = "withdrawProxyConsentAtDesk",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = ConsentShape, description = "As it stands now"), Reading))]
async fn withdraw_at_desk(
    here: Here,
    Values(Named { id }): Values<Named<ConsentId>>,
) -> Result<Json<ConsentShape>, Wrong> {
    acts::withdraw(&here.house, &here.desk.station, id, Actor::Staff(here.staff())).await?;
    Ok(Json(ConsentShape::of(&reads::consent(&here.house, &here.desk.station, id).await?)))
}

/// Where whoever comes for somebody is.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewProxyTicket)]
pub struct NewTicket {
    /// Whether they are in the hall; if not, they are called once they have come.
    on_site: bool,
}

/// Draws a number under a consent: it carries the proxy's name to the desk and onto the slip.
#[utoipa::path(post, path = "/stations/{slug}/desk/proxies/{id}/tickets", tag = "desk", operation_id = "drawByProxy",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewTicket,
    responses((status = 201, body = DrawnTicket, description = "Drawn"), Reading, Changing))]
async fn draw(
    here: Here,
    Values(Named { id }): Values<Named<ConsentId>>,
    headers: HeaderMap,
    Body(new): Body<NewTicket>,
) -> Result<(StatusCode, Json<DrawnTicket>), Wrong> {
    let once = here.once(Once::header(&headers).unwrap_or_default(), &("proxy", id, new.on_site));
    let done = acts::draw(&here.house, &here.desk.station, (id, new.on_site), (here.staff(), once)).await;
    let drawn = done.map_err(|not| wrong(&here.v, &here.desk.station, not))?;
    Ok((StatusCode::CREATED, Json(DrawnTicket::of(&drawn, &here.desk.station))))
}
