//! Planning, the route, and what came of it: for staff of the station.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::form::Problems;
use kernel::once::Once;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::public::{Answered, wrong};
use super::shapes::RouteShape;
use crate::acts::Actor;
use crate::desk::api::failures::{Changing, Reading};
use crate::desk::asked::{MOST_IN_A_REASON, line};
use crate::desk::here::{Here, Named};
use crate::village_days::{VillageDayId, VillageVisitId};
use crate::villages::asked::{NewVillageDay, NewVillageVisit, VisitOutcome};
use crate::villages::{acts, reads};

async fn shown(here: &Here, id: VillageDayId) -> Result<Json<RouteShape>, Wrong> {
    let route = reads::route(&here.house, &here.desk.station, id).await?;
    Ok(Json(RouteShape::of(&here.v, &here.desk.station, &route, here.now())))
}

/// Plans a day in villages. Everybody reads it from then on; whoever waits in the hall and lives there is asked.
#[utoipa::path(post, path = "/stations/{slug}/village-days", tag = "desk", operation_id = "planVillageDay",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = NewVillageDay,
    responses((status = 201, body = RouteShape, description = "Planned"), Reading, Changing))]
pub async fn plan(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewVillageDay>,
) -> Result<(StatusCode, Json<RouteShape>), Wrong> {
    let plan = new.checked(&here.desk.station.zone).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &plan);
    let done = acts::plan(&here.house, &here.desk.station, plan, (here.staff(), once)).await;
    let id = done.map_err(|not| Wrong::of(&here.v, not))?;
    Ok((StatusCode::CREATED, shown(&here, id).await?))
}

/// The route of a day, with names.
#[utoipa::path(get, path = "/stations/{slug}/village-days/{id}/route", tag = "desk", operation_id = "villageRoute",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, body = RouteShape, description = "Village by village"), Reading))]
pub async fn route(here: Here, Values(Named { id }): Values<Named<VillageDayId>>) -> Result<Json<RouteShape>, Wrong> {
    shown(&here, id).await
}

/// A place for somebody who stands at the desk or has called.
#[utoipa::path(post, path = "/stations/{slug}/desk/village-days/{id}/visits", tag = "desk", operation_id = "askForSomebodyInAVillage",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewVillageVisit,
    responses((status = 201, body = RouteShape, description = "On the route sheet"), Reading, Changing))]
pub async fn ask(
    here: Here,
    Values(Named { id }): Values<Named<VillageDayId>>,
    headers: HeaderMap,
    Body(new): Body<NewVillageVisit>,
) -> Result<(StatusCode, Json<RouteShape>), Wrong> {
    let new = new.checked(id, Actor::Staff(here.staff())).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &(id, new.ask, new.guest.key(&here.house)));
    reads::ask(&here.house, &here.v, &here.desk.station, (new, once)).await.map_err(wrong)?;
    Ok((StatusCode::CREATED, shown(&here, id).await?))
}

/// What came of the visits.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = VillageDayOutcome)]
pub struct Outcome {
    /// Those that are named; the others stay open.
    #[schema(max_items = 200)]
    visits: Vec<VisitOutcome>,
}

/// Enters what came of the visits; once all are named the day is done with.
#[utoipa::path(post, path = "/stations/{slug}/village-days/{id}/outcome", tag = "desk", operation_id = "enterVillageDay",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = Outcome,
    responses((status = 200, body = RouteShape, description = "Entered"), Reading, Changing))]
pub async fn enter(
    here: Here,
    Values(Named { id }): Values<Named<VillageDayId>>,
    Body(outcome): Body<Outcome>,
) -> Result<Json<RouteShape>, Wrong> {
    let all = outcome.visits.into_iter().map(VisitOutcome::met).collect();
    let done = acts::enter(&here.house, &here.desk.station, (id, all), here.staff()).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    shown(&here, id).await
}

#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = VillageDayCancellation)]
pub struct Cancellation {
    /// Whoever has a place reads it.
    #[schema(min_length = 1, max_length = 60, example = "路滑，改到下周")]
    reason: String,
}

/// Calls a day off; whoever has a place is told.
#[utoipa::path(post, path = "/stations/{slug}/village-days/{id}/cancellation", tag = "desk", operation_id = "callOffVillageDay",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = Cancellation,
    responses((status = 200, body = RouteShape, description = "Called off"), Reading, Changing))]
pub async fn call_off(
    here: Here,
    Values(Named { id }): Values<Named<VillageDayId>>,
    Body(cancellation): Body<Cancellation>,
) -> Result<Json<RouteShape>, Wrong> {
    let mut problems = Problems::default();
    let reason = line(&mut problems, "reason", &cancellation.reason, MOST_IN_A_REASON);
    if reason.is_empty() {
        problems.add("reason", "errands-no-no-reason");
    }
    let reason = problems.or_else_all(Some(reason)).map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::call_off(&here.house, &here.desk.station, (id, reason), here.staff()).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    shown(&here, id).await
}

/// An answer that somebody gave at the desk or by telephone.
#[utoipa::path(post, path = "/stations/{slug}/desk/village-visits/{id}/answer", tag = "desk", operation_id = "answerForSomebodyInAVillage",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = Answered,
    responses((status = 200, body = RouteShape, description = "The route as it stands now"), Reading, Changing))]
pub async fn answer(
    here: Here,
    Values(Named { id }): Values<Named<VillageVisitId>>,
    Body(said): Body<Answered>,
) -> Result<Json<RouteShape>, Wrong> {
    let by = (Actor::Staff(here.staff()), None);
    let done = acts::answer(&here.house, &here.desk.station, (id, said.answer), by).await;
    done.map_err(|not| Wrong::of(&here.v, not))?;
    let (known, _) = reads::visit(&here.house, &here.desk.station, id).await?;
    shown(&here, known.id).await
}
