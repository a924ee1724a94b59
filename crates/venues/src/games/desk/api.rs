//! The desk's open games for programs.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use jiff::tz::TimeZone;
use kernel::api::{Api, At, Body, Problem, Wrong};
use kernel::db::types::Id;
use kernel::form::Problems;
use kernel::house::House;
use kernel::once::Once;
use kernel::refusal::Not;
use kernel::routes;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::read::{self, DeskGame};
use crate::ReservationId;
use crate::desk::here::{Here, Named};
use crate::games::acts::{self, Coming, Wish};
use crate::games::api::{GameShape, Stood, refused};
use crate::games::asked::{LONGEST_NOTE, line, named};
use crate::games::rules::{Entry, NoGame, Stands};
use crate::public::api::failures::{Changing, Reading, SignedIn};
use crate::public::forms::{instant, near_enough};

pub fn api() -> Api {
    Api::new().routes(routes!(games, begin)).routes(routes!(add)).routes(routes!(leave)).routes(routes!(end))
}

/// A game for somebody who stands at the desk or has called.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDeskGame {
    /// The slug of the offering.
    #[schema(example = "chess")]
    pub offering: String,
    /// Without an offset it is the station's time.
    #[schema(format = DateTime, example = "2026-06-24T20:00:00+08:00")]
    pub from: String,
    /// Without it, the usual length.
    #[schema(minimum = 5, maximum = 1440)]
    #[serde(default)]
    pub minutes: Option<i32>,
    /// How many others.
    #[schema(minimum = 1, maximum = 999)]
    pub more: i32,
    #[schema(min_length = 1, max_length = 30, example = "罗大爷")]
    pub name: String,
}

impl NewDeskGame {
    pub fn checked(&self, zone: &TimeZone) -> Result<(Wish, String), Problems> {
        let mut problems = Problems::default();
        let from = instant(&self.from, zone).map(near_enough);
        if from.is_none() {
            problems.add("at", "venues-form-from");
        }
        let name = named(&mut problems, "name", Some(&self.name));
        if name.is_none() {
            problems.add("name", "people-name-empty");
        }
        let wish = |from| Wish {
            offering: self.offering.trim().to_owned(),
            from,
            minutes: self.minutes,
            more: self.more,
            level: None,
            note: String::new(),
        };
        problems.or_else_all(from.map(wish).zip(name))
    }

    /// What a repeated request has to ask again: of the name only a keyed hash is kept.
    pub fn keyed(&self, house: &House) -> impl Serialize + use<> {
        let name = house.keys.lookup("game-once", &self.name).to_vec();
        (self.offering.clone(), self.from.clone(), self.minutes, self.more, name)
    }
}

/// Somebody whose name a clerk typed.
pub fn guest(here: &Here, name: String) -> Coming {
    Coming { by: here.actor(), entry: Entry::Guest, name: Some(name) }
}

/// A game with the names of those who play.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeskGameShape {
    #[serde(flatten)]
    game: GameShape,
    players: Vec<DeskPlayer>,
    /// Why it was called off.
    reason: String,
}

#[derive(Debug, Serialize, ToSchema)]
struct DeskPlayer {
    #[schema(value_type = String, format = Uuid)]
    id: Id,
    name: Option<String>,
    /// The number, masked. Nobody: to be told in person.
    #[schema(example = "138****5521")]
    phone: Option<String>,
    seats: i32,
}

impl DeskGameShape {
    fn of(here: &Here, g: &DeskGame) -> DeskGameShape {
        let player = |p: &read::Player| DeskPlayer {
            id: p.id,
            name: p.name.clone(),
            phone: p.phone.as_ref().map(ToString::to_string),
            seats: p.entry.seats(),
        };
        DeskGameShape {
            game: GameShape::of(&here.v, &here.desk.station, &g.game, true),
            players: g.players.iter().map(player).collect(),
            reason: g.game.game.reason.clone(),
        }
    }
}

/// Today's games and those to come, with names.
#[utoipa::path(get, path = "/stations/{slug}/desk/games", tag = "desk", operation_id = "deskGames",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = Vec<DeskGameShape>, description = "Games in the order of time"), Reading, SignedIn))]
pub async fn games(here: Here) -> Result<Json<Vec<DeskGameShape>>, Wrong> {
    let games = read::games(&here).await?;
    Ok(Json(games.all.iter().map(|g| DeskGameShape::of(&here, g)).collect()))
}

/// Posts a game for somebody else.
#[utoipa::path(post, path = "/stations/{slug}/desk/games", tag = "desk", operation_id = "postGameForSomebody",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewDeskGame,
    responses((status = 201, body = Stood, description = "Posted"), Reading, SignedIn, Changing))]
pub async fn begin(
    here: Here,
    headers: HeaderMap,
    Body(new): Body<NewDeskGame>,
) -> Result<(StatusCode, Json<Stood>), Wrong> {
    let (wish, name) = new.checked(&here.desk.station.zone).map_err(|p| Problem::fields(&here.v, &p))?;
    let once = here.once(Once::header(&headers).unwrap_or_default(), &new.keyed(&here.house));
    match acts::post(&here.house, &here.desk.station, guest(&here, name), wish, once).await {
        Ok(id) => Ok((StatusCode::CREATED, Json(Stood { id, state: Stands::Open }))),
        Err(not) => Err(wrong(&here, not)),
    }
}

fn wrong(here: &Here, not: Not<NoGame>) -> Wrong {
    refused(&here.v, &here.desk.station, not, vec![])
}

/// A name at the desk is enough.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGuest {
    #[schema(min_length = 1, max_length = 30, example = "罗大爷")]
    pub name: String,
}

/// Enters somebody by name.
#[utoipa::path(post, path = "/stations/{slug}/desk/games/{id}/players", tag = "desk", operation_id = "addGuestToGame",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = NewGuest,
    responses((status = 200, body = Stood, description = "They have a place"), Reading, SignedIn, Changing))]
pub async fn add(
    here: Here,
    At(Named { id }): At<Named<ReservationId>>,
    headers: HeaderMap,
    Body(new): Body<NewGuest>,
) -> Result<Json<Stood>, Wrong> {
    let mut problems = Problems::default();
    let name = named(&mut problems, "name", Some(&new.name));
    if name.is_none() {
        problems.add("name", "people-name-empty");
    }
    let name = problems.or_else_all(name).map_err(|p| Problem::fields(&here.v, &p))?;
    let key = Once::header(&headers).unwrap_or_default();
    let once = here.once(key, &(id, here.house.keys.lookup("game-once", &name).to_vec()));
    stood(&here, id, acts::join(&here.house, &here.desk.station, id, guest(&here, name), once).await)
}

/// Whose place is given back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Leaving {
    #[schema(value_type = String, format = Uuid)]
    pub player: Id,
}

/// Gives somebody's place back.
#[utoipa::path(post, path = "/stations/{slug}/desk/games/{id}/departure", tag = "desk", operation_id = "removeFromGame",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = Leaving,
    responses((status = 200, body = Stood, description = "The place is free"), Reading, SignedIn, Changing))]
pub async fn leave(
    here: Here,
    At(Named { id }): At<Named<ReservationId>>,
    Body(leaving): Body<Leaving>,
) -> Result<Json<Stood>, Wrong> {
    let what = (id, Some(leaving.player));
    stood(&here, id, acts::leave(&here.house, &here.desk.station, what, here.actor()).await)
}

/// Why a game is off.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GameReason {
    #[schema(min_length = 1, max_length = 60, example = "换地板")]
    pub reason: String,
}

/// Calls a game off. Whoever has a phone is told, with the reason.
#[utoipa::path(post, path = "/stations/{slug}/desk/games/{id}/cancellation", tag = "desk", operation_id = "endGame",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = GameReason,
    responses((status = 200, body = Stood, description = "It is off"), Reading, SignedIn, Changing))]
pub async fn end(
    here: Here,
    At(Named { id }): At<Named<ReservationId>>,
    Body(why): Body<GameReason>,
) -> Result<Json<Stood>, Wrong> {
    let mut problems = Problems::default();
    let reason = line(&mut problems, "reason", &why.reason, LONGEST_NOTE);
    if reason.is_empty() {
        problems.add("reason", "games-form-reason");
    }
    let reason = problems.or_else_all(Some(reason)).map_err(|p| Problem::fields(&here.v, &p))?;
    stood(&here, id, acts::call_off(&here.house, &here.desk.station, id, (here.actor(), reason)).await)
}

fn stood(here: &Here, id: ReservationId, done: Result<Stands, Not<NoGame>>) -> Result<Json<Stood>, Wrong> {
    done.map(|state| Json(Stood { id, state })).map_err(|not| wrong(here, not))
}
