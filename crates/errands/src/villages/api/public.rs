//! Looking at days, asking to be met, answering.
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::{Not, Said};
use kernel::view::{Peer, View};
use serde::{Deserialize, Serialize};
use stations::At;
use utoipa::ToSchema;

use super::shapes::{DayShape, DaysShape, VisitShape};
use crate::desk::here::Named;
use crate::public::api::failures::{Changing, Looking};
use crate::public::who::{Named as TicketAt, Who};
use crate::village_days::rules::{Answer, NoVisit};
use crate::village_days::{VillageDayId, VillageVisitId};
use crate::villages::asked::NewVillageVisit;
use crate::villages::{acts, reads};

/// The days that are not over, in their order.
#[utoipa::path(get, path = "/stations/{slug}/village-days", tag = "errands", operation_id = "villageDays",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Days", body = DaysShape), Looking))]
pub async fn days(State(house): State<House>, v: View, at: At) -> Result<Json<DaysShape>, Wrong> {
    let (all, now) = (reads::coming(&house, &at.station).await?, house.now());
    Ok(Json(DaysShape { days: all.iter().map(|known| DayShape::of(&v, &at.station, known, now)).collect() }))
}

/// A refusal that says what works.
pub fn wrong(not: Not<(NoVisit, Said)>) -> Wrong {
    match not {
        Not::Fault(fault) => fault.into(),
        Not::Refused((refusal, said)) => Problem::said(&refusal, said).into(),
    }
}

/// "Come to me too." Nobody has to be signed in; a name is enough. Whoever has the answer has the place.
#[utoipa::path(post, path = "/stations/{slug}/village-days/{id}/visits", tag = "errands", operation_id = "askForVillageVisit",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = NewVillageVisit,
    responses((status = 201, description = "On the route sheet", body = VisitShape), Looking, Changing))]
pub async fn ask(
    State(house): State<House>,
    v: View,
    (peer, at, who): (Peer, At, Who),
    Values(Named { id }): Values<Named<VillageDayId>>,
    headers: HeaderMap,
    Body(new): Body<NewVillageVisit>,
) -> Result<(StatusCode, Json<VisitShape>), Wrong> {
    who.count(&house, &peer)?;
    let new = new.checked(id, who.actor()).map_err(|problems| Problem::fields(&v, &problems))?;
    let once = Once::header(&headers).map(|key| Once::new(key, &who.key(), &(id, new.ask, new.guest.key(&house))));
    let visit = reads::ask(&house, &v, &at.station, (new, once)).await.map_err(wrong)?;
    let found = reads::visit(&house, &at.station, visit).await?;
    Ok((StatusCode::CREATED, Json(VisitShape::of(&v, &at.station, &found, house.now()))))
}

/// A visit as it stands now.
#[utoipa::path(get, path = "/stations/{slug}/village-visits/{id}", tag = "errands", operation_id = "villageVisit",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The visit", body = VisitShape), Looking))]
pub async fn visit(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Named { id }): Values<Named<VillageVisitId>>,
) -> Result<Json<VisitShape>, Wrong> {
    let found = reads::visit(&house, &at.station, id).await?;
    Ok(Json(VisitShape::of(&v, &at.station, &found, house.now())))
}

#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewVillageVisitAnswer)]
pub struct Answered {
    pub answer: Answer,
}

/// Accepts an offer, declines it, or gives the place back.
#[utoipa::path(post, path = "/stations/{slug}/village-visits/{id}/answer", tag = "errands", operation_id = "answerVillageVisit",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeated request with the same key does one thing")),
    request_body = Answered,
    responses((status = 200, description = "As it stands now", body = VisitShape), Looking, Changing))]
pub async fn answer(
    State(house): State<House>,
    v: View,
    (at, who): (At, Who),
    Values(Named { id }): Values<Named<VillageVisitId>>,
    headers: HeaderMap,
    Body(said): Body<Answered>,
) -> Result<Json<VisitShape>, Wrong> {
    let once = Once::header(&headers).map(|key| Once::new(key, &who.key(), &(id, said.answer)));
    let done = acts::answer(&house, &at.station, (id, said.answer), (who.actor(), once)).await;
    done.map_err(|not| Wrong::of(&v, not))?;
    let found = reads::visit(&house, &at.station, id).await?;
    Ok(Json(VisitShape::of(&v, &at.station, &found, house.now())))
}

#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTicketVillage)]
pub struct Living {
    /// The division code of one of the township's villages.
    pub village: i64,
}

/// What they were offered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = VillageOffers)]
pub struct Offers {
    pub offers: Vec<VisitShape>,
}

/// Says in which village whoever holds the ticket lives. If somebody goes there who does what they wait for, they are offered it.
#[utoipa::path(put, path = "/stations/{slug}/tickets/{id}/village", tag = "errands", operation_id = "sayVillageOfTicket",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    request_body = Living,
    responses((status = 200, description = "What they are offered", body = Offers), Looking, Changing))]
pub async fn say_village(
    State(house): State<House>,
    v: View,
    (named, who): (TicketAt, Who),
    Body(living): Body<Living>,
) -> Result<Json<Offers>, Wrong> {
    let said = acts::say_village(&house, &named.station, (named.id, living.village), who.actor()).await;
    said.map_err(|not| Wrong::of(&v, not))?;
    let found = reads::living(&house, &named.station, named.id).await?;
    let shape = |found: &_| VisitShape::of(&v, &named.station, found, house.now());
    Ok(Json(Offers { offers: found.offers.iter().map(shape).collect() }))
}
