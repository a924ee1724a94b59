//! Looking at open games.
use axum::Json;
use axum::extract::State;
use kernel::api::Wrong;
use kernel::house::House;
use kernel::view::View;
use people::MaybeResident;
use serde::Serialize;
use stations::At;
use utoipa::ToSchema;

use super::shapes::GameShape;
use crate::games::reads;
use crate::games::rules::Stands;
use crate::public::api::failures::Reading;
use crate::public::who::Named;

/// Games that look for players.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Games)]
pub struct GamesShape {
    pub games: Vec<GameShape>,
}

/// Games that look for players, the next first. Signed in, those are left out that you keep away from.
#[utoipa::path(get, path = "/stations/{slug}/games", tag = "venues", operation_id = "games",
    security((), ("bearer" = []), ("cookie" = [])), params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Open games", body = GamesShape), Reading))]
pub async fn games(State(house): State<House>, v: View, at: At, who: MaybeResident) -> Result<Json<GamesShape>, Wrong> {
    let open = reads::open(&house, &at.station, who.0).await?;
    let games = open.iter().map(|g| GameShape::of(&v, &at.station, g, true)).collect();
    Ok(Json(GamesShape { games }))
}

/// One game.
#[utoipa::path(get, path = "/stations/{slug}/games/{id}", tag = "venues", operation_id = "game",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The game", body = GameShape), Reading))]
pub async fn game(
    State(house): State<House>,
    v: View,
    named: Named,
    who: MaybeResident,
) -> Result<Json<GameShape>, Wrong> {
    let page = reads::page(&house, &named.station, named.id, who.0).await?;
    let in_full = page.is_in() || (page.game.stands == Stands::Open && !page.kept_out);
    Ok(Json(GameShape::of(&v, &named.station, &page.game, in_full)))
}
