//! What becomes of a game.
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use kernel::api::{Body, Problem, Wrong};
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use kernel::view::View;
use people::Resident;

use super::shapes::{Stood, refused};
use crate::acts::Actor;
use crate::games::acts::{self, Coming};
use crate::games::asked::{NewPlace, keyed};
use crate::games::rules::{NoGame, Stands};
use crate::games::{reads, says};
use crate::public::api::failures::{Changing, Reading, SignedIn};
use crate::public::who::Named;

/// Takes a place, for yourself or for a child of yours. The last one makes it a reservation.
///
/// A game that cannot be joined any more answers 409 with other games in `next`.
#[utoipa::path(post, path = "/stations/{slug}/games/{id}/players", tag = "venues", operation_id = "joinGame",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewPlace,
    responses((status = 200, description = "You have a place", body = Stood), Reading, SignedIn, Changing))]
pub async fn join(
    State(house): State<House>,
    v: View,
    named: Named,
    who: Resident,
    headers: HeaderMap,
    Body(new): Body<NewPlace>,
) -> Result<Json<Stood>, Wrong> {
    let (entry, name) = new.checked().map_err(|p| Problem::fields(&v, &p))?;
    let request = (named.id, keyed(&house, &new));
    let once = Once::header(&headers).map(|key| Once::new(key, &who.id.to_string(), &request));
    let coming = Coming { by: Actor::Person(who.id), entry, name };
    let done = acts::join(&house, &named.station, named.id, coming, once).await;
    after(&house, &v, &named, who, done).await
}

/// Gives your place back. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/games/{id}/departure", tag = "venues", operation_id = "leaveGame",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "You are out", body = Stood), Reading, SignedIn, Changing))]
pub async fn leave(State(house): State<House>, v: View, named: Named, who: Resident) -> Result<Json<Stood>, Wrong> {
    let done = acts::leave(&house, &named.station, (named.id, None), Actor::Person(who.id)).await;
    after(&house, &v, &named, who, done).await
}

/// Plays with those who are there. Only whoever posted it.
#[utoipa::path(post, path = "/stations/{slug}/games/{id}/confirmation", tag = "venues", operation_id = "playWithFewer",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "Reserved for those who are there", body = Stood), Reading, SignedIn, Changing))]
pub async fn fewer(State(house): State<House>, v: View, named: Named, who: Resident) -> Result<Json<Stood>, Wrong> {
    let done = acts::play_with_fewer(&house, &named.station, named.id, Actor::Person(who.id)).await;
    after(&house, &v, &named, who, done).await
}

/// Calls it off. Only whoever posted it; everybody else is told.
#[utoipa::path(post, path = "/stations/{slug}/games/{id}/cancellation", tag = "venues", operation_id = "callGameOff",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "It is off", body = Stood), Reading, SignedIn, Changing))]
pub async fn call_off(State(house): State<House>, v: View, named: Named, who: Resident) -> Result<Json<Stood>, Wrong> {
    let by = (Actor::Person(who.id), String::new());
    let done = acts::call_off(&house, &named.station, named.id, by).await;
    after(&house, &v, &named, who, done).await
}

async fn after(
    house: &House,
    v: &View,
    named: &Named,
    who: Resident,
    done: Result<Stands, Not<NoGame>>,
) -> Result<Json<Stood>, Wrong> {
    match done {
        Ok(state) => Ok(Json(Stood { id: named.id, state })),
        Err(Not::Refused(NoGame::NotOpen)) => {
            let others = reads::page(house, &named.station, named.id, Some(who.id)).await?.others;
            let next = says::nexts(v, &named.station, &others, 3);
            Err(refused(v, &named.station, NoGame::NotOpen.into(), next))
        }
        Err(not) => Err(refused(v, &named.station, not, vec![])),
    }
}
